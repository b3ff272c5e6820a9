package org.careroom.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Where a request comes from, as far as that can be believed: X-Forwarded-For counts only from configured proxies. */
@Component
public class ClientAddress implements AuthenticationDetailsSource<HttpServletRequest, String> {

    private final List<IpAddressMatcher> proxies;

    ClientAddress(PeopleSettings settings) {
        this.proxies = settings.proxies().stream().map(IpAddressMatcher::new).toList();
    }

    /** A key for counting by address; addresses of IPv6 count by their network, as each home has a whole one. */
    public String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        for (int hop = forwarded.size() - 1; hop >= 0 && isProxy(address) && isAddress(forwarded.get(hop)); hop--) {
            address = forwarded.get(hop);
        }
        return network(address);
    }

    @Override
    public String buildDetails(HttpServletRequest request) {
        return of(request);
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** An IP address as such, never a name that would be looked up. */
    private static boolean isAddress(String text) {
        return text.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}") && (text.contains(":") || text.contains("."));
    }

    private static String network(String address) {
        if (!address.contains(":") || !isAddress(address)) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? Arrays.toString(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException notOne) {
            return address;
        }
    }
}

package org.careroom.site;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers whoever takes anything with the page: of two answers at one address, JSON is for those who ask for it. Links that
 * are followed by a script say nothing of what they take (RFC 9110, 12.5.1).
 */
@Component
class PagesFirst implements WebMvcConfigurer {

    private static final List<MediaType> PAGE_OR_ANYTHING = List.of(MediaType.TEXT_HTML, MediaType.ALL);

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new HeaderContentNegotiationStrategy() {
            @Override
            public List<MediaType> resolveMediaTypes(NativeWebRequest request)
                    throws HttpMediaTypeNotAcceptableException {
                List<MediaType> accepted = super.resolveMediaTypes(request);
                return accepted.equals(MEDIA_TYPE_ALL_LIST) ? PAGE_OR_ANYTHING : accepted;
            }
        }));
    }
}

package org.careroom.clinics.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;
import org.careroom.clinics.ClinicSettings;
import org.careroom.people.Person;
import org.careroom.people.PublicLinks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The patients' link as a QR code (ISO/IEC 18004), to be printed or shown. */
@Controller
class QrCodeController {

    /** Modules of quiet ground around the code, as the standard wants them. */
    private static final int MARGIN = 4;

    private final ClinicSettings settings;
    private final PublicLinks links;

    QrCodeController(ClinicSettings settings, PublicLinks links) {
        this.settings = settings;
        this.links = links;
    }

    @GetMapping(path = "/clinics/{slug}/qr.svg", produces = "image/svg+xml")
    @ResponseBody
    String code(Person who, @PathVariable String slug) throws WriterException {
        settings.organization(who, slug);
        return svg(new QRCodeWriter()
                .encode(links.to("/w/" + slug), BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN)));
    }

    /** One path of squares, black on white in either theme, as cameras read it best. */
    private static String svg(BitMatrix code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + code.getWidth() + ' ' + code.getHeight()
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + code.getWidth() + 'v'
                + code.getHeight() + "H0z\"/><path d=\"" + path + "\"/></svg>";
    }
}

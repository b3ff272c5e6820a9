package org.careroom.shared;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A CSV that somebody takes along (RFC 4180), safe to open in a spreadsheet ({@link CsvCell}). */
public final class CsvFile {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** By it spreadsheets know UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvFile() {}

    /**
     * The answer that a browser keeps as a file.
     *
     * @param name the file's, without its ending
     * @param lines the first a heading
     */
    public static ResponseEntity<byte[]> of(String name, List<List<String>> lines) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body((BYTE_ORDER_MARK + text(lines)).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(CsvCell::written).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}

package shop;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Uploads and downloads. */
@RestController
@RequestMapping("/files")
class Files {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) 0xff, 0};

    record Meta(String title, List<String> labels, Integer count) {}

    @PostMapping(path = "/one", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> one(@RequestParam MultipartFile file, @RequestParam(required = false) String note) {
        return told(file, note);
    }

    @PostMapping(path = "/many", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<Object> many(
        @RequestPart Meta meta, @RequestPart List<MultipartFile> files, @RequestPart(required = false) MultipartFile cover) throws IOException {
        var told = new ArrayList<Object>();
        told.add(meta);
        for (var file : files) {
            told.add(file.getOriginalFilename() + ":" + new String(file.getBytes(), StandardCharsets.UTF_8));
        }
        told.add(cover == null ? null : told(cover, null));
        return told;
    }

    private static Map<String, Object> told(MultipartFile file, String note) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", file.getOriginalFilename());
        told.put("type", file.getContentType());
        told.put("size", file.getSize());
        told.put("note", note);
        return told;
    }

    @PutMapping(path = "/bytes", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    int bytes(@RequestBody byte[] content) {
        return content.length;
    }

    @PutMapping(path = "/text", consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.TEXT_PLAIN_VALUE)
    String text(@RequestBody String text) {
        return text;
    }

    @GetMapping(path = "/download/{name}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> download(@PathVariable String name) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
            .body(new ByteArrayResource(PICTURE));
    }

    /** As users write it first: springdoc says that any media type comes. */
    @GetMapping("/undeclared")
    ResponseEntity<Resource> undeclared() {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(new ByteArrayResource(PICTURE));
    }

    @GetMapping(path = "/picture", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] picture() {
        return PICTURE;
    }

    @GetMapping(path = "/streamed", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    StreamingResponseBody streamed() {
        return out -> out.write(PICTURE);
    }

    @GetMapping(path = "/table", produces = "text/csv")
    String table() {
        return "a,b\r\n1,ü\r\n";
    }

    @GetMapping(path = "/lines", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(
        mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(implementation = Meta.class)))
    ResponseEntity<StreamingResponseBody> lines() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(
            out -> out.write("{\"title\":\"a\",\"count\":1}\n{\"title\":\"b\",\"labels\":[]}\n".getBytes(StandardCharsets.UTF_8)));
    }
}

package shop;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Answers that are no plain objects. */
@RestController
@RequestMapping("/answers")
class Answers {
    record Tick(String at, int count) {}

    record Fault(String code, String reason) {}

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(
        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, array = @ArraySchema(schema = @Schema(implementation = Tick.class))))
    SseEmitter events(@RequestParam(defaultValue = "2") int count) throws IOException {
        return told(count);
    }

    /** As users write it first: springdoc describes the class that sends. */
    @GetMapping(path = "/undeclared-events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter undeclaredEvents() throws IOException {
        return told(1);
    }

    private static SseEmitter told(int count) throws IOException {
        var emitter = new SseEmitter();
        for (int number = 0; number < count; number++) {
            emitter.send(SseEmitter.event().id("" + number).name("tick").data(new Tick("noon", number), MediaType.APPLICATION_JSON));
        }
        emitter.complete();
        return emitter;
    }

    @GetMapping("/moved")
    @ApiResponse(responseCode = "302", description = "Found", headers = @Header(name = "Location", schema = @Schema(type = "string")))
    ResponseEntity<Void> moved() {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/answers/text")).build();
    }

    /** As users write it first: the redirect is not declared. */
    @GetMapping("/undeclared-moved")
    ResponseEntity<Void> undeclaredMoved() {
        return moved();
    }

    @PostMapping("/started")
    @ApiResponse(responseCode = "202", description = "Accepted", useReturnTypeSchema = true)
    ResponseEntity<Tick> started() {
        return ResponseEntity.accepted().header(HttpHeaders.RETRY_AFTER, "3")
            .header(HttpHeaders.SET_COOKIE, "job=7", "theme=dark").body(new Tick("now", 0));
    }

    @GetMapping("/empty")
    void empty() {}

    @GetMapping("/maybe")
    Optional<Tick> maybe(@RequestParam boolean there) {
        return there ? Optional.of(new Tick("noon", 1)) : Optional.empty();
    }

    @GetMapping("/text")
    String text() {
        return "plain ü";
    }

    @GetMapping("/number")
    long number() {
        return (1L << 53) + 1;
    }

    @GetMapping("/teapot")
    @ApiResponse(responseCode = "418", description = "I'm a teapot", content = @Content(schema = @Schema(implementation = Fault.class)))
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    ResponseEntity<Object> teapot() {
        return ResponseEntity.status(HttpStatus.I_AM_A_TEAPOT).body(new Fault("TEA", "short and stout"));
    }

    @GetMapping("/conflict")
    Tick conflict() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "already told");
        problem.setTitle("Told twice");
        problem.setType(URI.create("https://example.com/told-twice"));
        throw new org.springframework.web.ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }

    @GetMapping("/gone")
    Tick gone() {
        throw new ResponseStatusException(HttpStatus.GONE, "eaten");
    }
}

package shop;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** An application in Spring Boot with what its users write; each operation gives back what it understood. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Shop", version = "1"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer")
@SecurityScheme(name = "key", type = SecuritySchemeType.APIKEY, in = SecuritySchemeIn.HEADER, paramName = "X-API-Key")
public class Application {
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    /** Says where the application listens; it ends with its standard input. */
    @EventListener
    void listening(ServletWebServerInitializedEvent event) {
        System.out.println("http://127.0.0.1:" + event.getWebServer().getPort());
        var watch = new Thread(() -> {
            try {
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException ended) {
                // as at the end of input
            }
            System.exit(0);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** Names the fields that are wrong, as most applications do. */
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Errors {
        @ExceptionHandler
        ProblemDetail invalid(MethodArgumentNotValidException error) {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "the request is not valid");
            Map<String, String> errors = new LinkedHashMap<>();
            error.getFieldErrors().stream().sorted(java.util.Comparator.comparing(FieldError::getField))
                .forEach(one -> errors.put(one.getField(), one.getDefaultMessage()));
            problem.setProperty("errors", errors);
            return problem;
        }
    }
}

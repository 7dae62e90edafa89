package shop;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Values of all types and places. */
@RestController
@RequestMapping("/values")
class Values {
    /** A union as Jackson's users write it, told to springdoc in full. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Card.class, name = "card"), @JsonSubTypes.Type(value = Transfer.class, name = "transfer")})
    @Schema(oneOf = {Card.class, Transfer.class}, discriminatorProperty = "kind", discriminatorMapping = {
        @DiscriminatorMapping(value = "card", schema = Card.class), @DiscriminatorMapping(value = "transfer", schema = Transfer.class)})
    interface Payment {
        BigDecimal amount();
    }

    record Card(BigDecimal amount, String number) implements Payment {}

    record Transfer(BigDecimal amount, String iban, LocalDate due) implements Payment {}

    /** A base class with Jackson's annotations alone. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class)})
    abstract static class Shape {
        public String label;
    }

    @JsonTypeName("circle")
    static class Circle extends Shape {
        public double radius;
    }

    @JsonTypeName("square")
    static class Square extends Shape {
        public double side;
    }

    record Tree(String label, List<Tree> branches) {}

    record Times(
        Instant instant, OffsetDateTime moment, LocalDateTime local, LocalDate day, LocalTime hour, Duration pause) {}

    record Numbers(
        short small, int whole, long big, Integer maybe, float single, double exact, BigDecimal amount, boolean flag,
        Set<Integer> set, int[][] grid) {}

    record Free(Object any, JsonNode node, Map<String, Object> map) {}

    static class Login {
        private String user;
        private List<String> roles;
        private boolean remember;

        public String getUser() { return user; }

        public void setUser(String user) { this.user = user; }

        public List<String> getRoles() { return roles; }

        public void setRoles(List<String> roles) { this.roles = roles; }

        public boolean isRemember() { return remember; }

        public void setRemember(boolean remember) { this.remember = remember; }
    }

    @PostMapping("/payment")
    Payment payment(@RequestBody Payment payment) {
        return payment;
    }

    @PostMapping("/payments")
    List<Payment> payments(@RequestBody List<Payment> payments) {
        return payments;
    }

    @PostMapping("/shape")
    Shape shape(@RequestBody Shape shape) {
        return shape;
    }

    @PostMapping("/tree")
    Tree tree(@RequestBody Tree tree) {
        return tree;
    }

    @PostMapping("/times")
    Times times(@RequestBody Times times) {
        return times;
    }

    @PostMapping("/numbers")
    Numbers numbers(@RequestBody Numbers numbers) {
        return numbers;
    }

    @PostMapping("/free")
    Free free(@RequestBody Free free) {
        return free;
    }

    @PostMapping("/map")
    Map<String, Tree> map(@RequestBody Map<String, Tree> map) {
        return map;
    }

    @PostMapping(path = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    MultiValueMap<String, String> form(@RequestBody MultiValueMap<String, String> form) {
        return form;
    }

    /** An object of parameters, without springdoc's {@code @ParameterObject}. */
    @GetMapping("/object")
    Login object(@ModelAttribute Login login) {
        return login;
    }

    @GetMapping("/query/{ratio}/{name}")
    Map<String, Object> query(
        @PathVariable double ratio, @PathVariable String name, @RequestParam String text, @RequestParam(defaultValue = "true") boolean flag,
        @RequestParam(required = false) List<Integer> ids, @RequestParam(required = false) Orders.Status status,
        @RequestParam(required = false) BigDecimal amount, @RequestParam(required = false) UUID key,
        @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
        @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime moment,
        @RequestHeader("X-Trace") String trace, @RequestHeader(name = "X-Many", required = false) List<String> many,
        @CookieValue(required = false) String visit) {
        var told = new LinkedHashMap<String, Object>();
        told.put("ratio", ratio);
        told.put("name", name);
        told.put("text", text);
        told.put("flag", flag);
        told.put("ids", ids);
        told.put("status", status);
        told.put("amount", amount == null ? null : amount.toPlainString());
        told.put("key", key);
        told.put("day", day);
        told.put("moment", moment);
        told.put("trace", trace);
        told.put("many", many);
        told.put("visit", visit);
        return told;
    }

    @GetMapping("/all")
    Map<String, String> all(@RequestParam Map<String, String> all) {
        return all;
    }

    @GetMapping("/bearer")
    @Operation(security = @SecurityRequirement(name = "bearer"))
    String bearer(@Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String sent) {
        return sent;
    }

    @GetMapping("/key")
    @Operation(security = @SecurityRequirement(name = "key"))
    String key(@Parameter(hidden = true) @RequestHeader("X-API-Key") String sent) {
        return sent;
    }
}

package shop;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.data.web.PageableDefault;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Orders: resources with lists, pages, conditions and patches. */
@RestController
@RequestMapping("/orders")
class Orders {
    enum Status { OPEN, PAID, SENT }

    enum Colour {
        LIGHT_BLUE("light-blue"), DARK_RED("dark-red");

        private final String text;

        Colour(String text) {
            this.text = text;
        }

        @JsonValue
        String text() {
            return text;
        }
    }

    record Address(@NotBlank String street, @JsonProperty("zip-code") Optional<String> zipCode) {}

    record Item(@NotBlank String name, @Min(1) @Max(99) int count, @NotNull BigDecimal price, Colour colour) {}

    record NewOrder(
        @NotBlank String customer, @NotNull @Valid Address address, @Valid List<Item> items, Status status, Map<String, Integer> sizes,
        Map<String, Object> extra, byte[] photo, LocalDate due, URI website, BigInteger serial,
        @JsonFormat(pattern = "yyyy-MM-dd HH:mm:ss", timezone = "UTC") @Schema(type = "string", example = "2026-01-02 03:04:05") Instant called) {}

    record Order(
        @Schema(accessMode = Schema.AccessMode.READ_ONLY, requiredMode = Schema.RequiredMode.REQUIRED) UUID id,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) OffsetDateTime made, NewOrder order) {}

    record Change(Optional<String> customer, @Schema(nullable = true) Status status) {}

    private static final OffsetDateTime MADE = OffsetDateTime.parse("2026-01-02T03:04:05.678901Z");
    private final List<Order> kept = new ArrayList<>();

    @GetMapping
    Page<Order> list(
        @RequestParam(required = false) List<Status> status,
        @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime since,
        @RequestParam(required = false) BigDecimal minPrice,
        @ParameterObject @PageableDefault(size = 10, sort = "customer") Pageable pageable) {
        var found = found(status, since, minPrice);
        if (pageable.getSort().stream().anyMatch(one -> one.isDescending())) {
            found.sort(Comparator.comparing((Order one) -> one.order().customer()).reversed());
        }
        int start = Math.min((int) pageable.getOffset(), found.size());
        int end = Math.min(start + pageable.getPageSize(), found.size());
        return new PageImpl<>(found.subList(start, end), pageable, found.size());
    }

    @GetMapping("/recent")
    Slice<Order> recent(@ParameterObject Pageable pageable) {
        int start = Math.min((int) pageable.getOffset(), kept.size());
        int end = Math.min(start + pageable.getPageSize(), kept.size());
        return new SliceImpl<>(kept.subList(start, end), pageable, end < kept.size());
    }

    private List<Order> found(List<Status> status, OffsetDateTime since, BigDecimal minPrice) {
        var found = new ArrayList<>(kept);
        found.removeIf(one -> status != null && !status.contains(one.order().status()));
        found.removeIf(one -> since != null && one.made().isBefore(since));
        found.removeIf(one -> minPrice != null && one.order().items().stream().allMatch(item -> item.price().compareTo(minPrice) < 0));
        return found;
    }

    @PostMapping
    ResponseEntity<Order> create(@RequestBody @Valid NewOrder order) {
        var id = new UUID(0x4000L, 0x8000000000000000L + kept.size() + 1);
        var made = new Order(id, MADE, order);
        kept.add(made);
        return ResponseEntity.created(URI.create("/orders/" + id)).body(made);
    }

    @GetMapping("/{orderId}")
    ResponseEntity<Order> get(@PathVariable UUID orderId, WebRequest request) {
        var order = find(orderId);
        if (request.checkNotModified(order.order().customer(), MADE.toInstant().toEpochMilli())) {
            return null;
        }
        return ResponseEntity.ok(order);
    }

    @PutMapping("/{orderId}")
    Order replace(@PathVariable UUID orderId, @RequestBody @Valid NewOrder order) {
        var changed = new Order(orderId, MADE, order);
        kept.set(kept.indexOf(find(orderId)), changed);
        return changed;
    }

    @PatchMapping("/{orderId}")
    Order change(@PathVariable UUID orderId, @RequestBody Change change) {
        var old = find(orderId).order();
        return replace(orderId, new NewOrder(
            change.customer() == null ? old.customer() : change.customer().orElse("nobody"), old.address(), old.items(),
            change.status() == null ? old.status() : change.status(), old.sizes(), old.extra(), old.photo(), old.due(), old.website(),
            old.serial(), old.called()));
    }

    @DeleteMapping("/{orderId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID orderId) {
        kept.remove(find(orderId));
    }

    @PostMapping("/{orderId}/items")
    List<Item> addItems(@PathVariable UUID orderId, @RequestBody List<@Valid Item> items) {
        find(orderId).order().items().addAll(items);
        return find(orderId).order().items();
    }

    private Order find(UUID id) {
        return kept.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NoSuchElementException("no such order"));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    ProblemDetail missing(NoSuchElementException error) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, error.getMessage());
    }
}

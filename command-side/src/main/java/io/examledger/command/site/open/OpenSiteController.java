package io.examledger.command.site.open;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.site.open.OpenSiteHandler.SiteOpened;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.site.SiteId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/sites}. */
@RestController
class OpenSiteController {
    private final Commands commands;
    private final Identifiers identifiers;
    private final Clock clock;

    OpenSiteController(Commands commands, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** @param zone id of the IANA database, for example {@code Europe/Berlin} */
    record OpenSiteBody(
            @Nullable String name,
            @Nullable String address,
            @Nullable String zone) {}

    @PostMapping("/api/sites")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SiteOpened> open(@RequestBody OpenSiteBody body, CommandContext context) {
        OpenSite command = new OpenSite(
                new SiteId(identifiers.next()),
                Fields.text(body.name(), "name", 200),
                Fields.text(body.address(), "address", 500),
                Fields.value(body.zone(), "zone", OpenSiteController::zone),
                clock.instant());
        return Answers.body(HttpStatus.CREATED, commands.send(command, SiteOpened.class, context));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a time zone such as Europe/Berlin", e);
        }
    }
}

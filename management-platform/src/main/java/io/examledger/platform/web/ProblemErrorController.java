package io.examledger.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container refuses before a controller is found; {@link ContainerProblems} has what does not even get here. */
@RestController
@Hidden
class ProblemErrorController implements ErrorController {
    @RequestMapping("/error")
    @PermitAll
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : null;
        HttpStatus answer = status == null ? HttpStatus.NOT_FOUND : status;
        return ResponseEntity.status(answer)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.ofContainer(answer));
    }
}

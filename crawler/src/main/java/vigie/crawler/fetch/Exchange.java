package vigie.crawler.fetch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One request and its response: through the host's gate, to a permitted address, within limits. Follows nothing. */
final class Exchange implements AutoCloseable {

    private final Clients clients;
    private final HostGates gates;
    private final BodyReader reader;
    private final Clock clock;
    private final LongSupplier nanoTime;

    Exchange(Clients clients, Clock clock, LongSupplier nanoTime) {
        this.clients = clients;
        this.gates = new HostGates(clock, nanoTime);
        this.reader = new BodyReader(nanoTime);
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    Answer send(Ask ask, Budget budget) throws StopException {
        try (HostGate.Pass pass = gates.enter(ask.url().host(), ask.gap())) {
            Duration left = budget.left();
            long start = nanoTime.getAsLong();
            try {
                Answer answer = call(ask, left);
                heed(answer, pass);
                return answer;
            } finally {
                budget.spend(Duration.ofNanos(nanoTime.getAsLong() - start));
            }
        }
    }

    Duration rest(String host, Duration gap) {
        return gates.rest(host, gap);
    }

    private Answer call(Ask ask, Duration left) throws StopException {
        Call call = clients.of(ask).newCall(request(ask));
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        int status = 0;
        try (Response response = call.execute()) {
            status = response.code();
            byte[] body = response.isSuccessful() ? reader.read(response, ask.limits()) : new byte[0];
            return new Answer(ask.url(), status, response.headers(), body);
        } catch (IOException e) {
            throw Failures.of(e, status);
        }
    }

    private static Request request(Ask ask) {
        Request.Builder request = new Request.Builder().url(ask.url()).headers(ask.headers());
        return (ask.body().length == 0 ? request.get() : request.post(RequestBody.create(ask.body()))).build();
    }

    private void heed(Answer answer, HostGate.Pass pass) {
        if (answer.isOverload()) {
            Instant until = RetryAfter.until(answer.headers().get("Retry-After"), clock.instant());
            pass.stayAwayUntil(until);
        }
    }

    @Override
    public void close() {
        gates.close();
        clients.close();
    }
}

package vigie.reports.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over a real mail server on loopback. */
class MailerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailerTest() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void eachReaderGetsTextAndPage() throws Exception {
        mailer(Mailer.Security.NONE, null, null)
                .send(List.of("ada@example.org", "bob@example.org"), "Vigie – été", "é\n", "<p>é</p>", NOON);

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("Vigie – été");
        assertThat(received[0].getAllRecipients()).hasSize(1);
        assertThat(received[0].getSentDate().toInstant()).isEqualTo(NOON);
        MimeMultipart parts = (MimeMultipart) received[0].getContent();
        assertThat(parts.getBodyPart(0).getContent()).asString().isEqualToIgnoringNewLines("é");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>é</p>");
    }

    @Test
    void anAccountIsUsed() throws Exception {
        server.setUser("vigie", "secret");
        mailer(Mailer.Security.NONE, "vigie", "secret")
                .send(List.of("ada@example.org"), "Vigie", "texte", "<p>texte</p>", NOON);
        assertThat(server.getReceivedMessages()).hasSize(1);

        assertThatThrownBy(() -> mailer(Mailer.Security.NONE, "vigie", "wrong")
                        .send(List.of("ada@example.org"), "Vigie", "texte", "<p>texte</p>", NOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ada@example.org")
                .hasMessageNotContainingAny("wrong", "secret");
    }

    @Test
    void nothingIsSaidInTheClearWhereTlsIsAsked() {
        assertThatThrownBy(() -> mailer(Mailer.Security.STARTTLS, null, null)
                        .send(List.of("ada@example.org"), "Vigie", "texte", "<p>texte</p>", NOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void anAddressCannotAddHeaders() {
        assertThatThrownBy(() -> mailer(Mailer.Security.NONE, null, null)
                        .send(List.of("ada@example.org\r\nBcc: eve@example.org"), "Vigie", "t", "<p>t</p>", NOON))
                .isInstanceOf(IOException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private Mailer mailer(Mailer.Security security, @Nullable String user, @Nullable String password) {
        return new Mailer("127.0.0.1", server.getSmtp().getPort(), security, user, password, "vigie@example.org");
    }
}

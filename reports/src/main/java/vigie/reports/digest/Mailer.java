package vigie.reports.digest;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Hands digests to a mail server (SMTP, RFC 5321).
 *
 * @param user null where the server asks for none
 * @param from address of the sender
 */
public record Mailer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        String from) {

    private static final String TIMEOUT_MS = "30000";

    /** How the connection is protected. */
    public enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** Begins in the clear and must turn to TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /**
     * Sends a text with the same as a page. Each reader gets a message of their own.
     *
     * @throws IOException if the server does not take it; its message says whom it was for and why
     */
    public void send(List<String> readers, String subject, String text, String html, Instant time) throws IOException {
        Session session = Session.getInstance(properties(), authenticator());
        for (String reader : readers) {
            try {
                Transport.send(message(session, reader, subject, text, html, time));
            } catch (MessagingException e) {
                throw new IOException(this + " did not take the mail for " + reader + ": " + e.getMessage(), e);
            }
        }
    }

    private Message message(Session session, String reader, String subject, String text, String html, Instant time)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(reader, true));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(time));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, StandardCharsets.UTF_8.name());
        MimeBodyPart page = new MimeBodyPart();
        page.setText(html, StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, page));
        return message;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail.smtp." + timeout, TIMEOUT_MS);
        }
        return properties;
    }

    private @Nullable Authenticator authenticator() {
        String name = user;
        if (name == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(name, password == null ? "" : password);
            }
        };
    }
}

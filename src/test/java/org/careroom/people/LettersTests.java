package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.careroom.CareroomTest;
import org.careroom.shared.Reason;
import org.careroom.shared.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails are sent where a mail server is configured, and only for what was committed. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class LettersTests {

    @Autowired
    private Words words;

    @Autowired
    private Letters unconfigured;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void withoutAMailServerNothingIsSent() {
        assertThat(unconfigured.sent()).isFalse();
    }

    @Test
    void aLetterWithItsLinkReachesTheMailServerAfterTheCommit() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> receive(server));
            Letters letters = letters(server.getLocalPort());
            transaction.executeWithoutResult(status -> {
                letters.send("undone@example.org", subject(), text("undone"), Locale.ENGLISH);
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(
                    status -> letters.send("sam@example.org", subject(), text("the-link"), Locale.ENGLISH));
            assertThat(received.get(20, TimeUnit.SECONDS))
                    .contains("RCPT TO:<sam@example.org>")
                    .contains("From: careroom@riverside.example")
                    .contains("You are invited to Careroom")
                    .contains("the-link")
                    .doesNotContain("undone");
        }
    }

    @Test
    void onlySoManyWaitForAMailServerThatTakesNone() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger sent = new AtomicInteger();
        Letters letters = letters(new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage letter) {
                taken.countDown();
                waitFor(goOn);
                sent.incrementAndGet();
            }
        });
        letters.send("sam@example.org", subject(), text("first"), Locale.ENGLISH);
        assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
        for (int letter = 0; letter < Letters.MOST_WAITING + 10; letter++) {
            letters.send("sam@example.org", subject(), text("next"), Locale.ENGLISH);
        }
        goOn.countDown();
        CountDownLatch last = new CountDownLatch(1);
        await().until(() -> sent.get() > Letters.MOST_WAITING);
        letters.behindTheAnswer(last::countDown);
        assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.get()).isEqualTo(Letters.MOST_WAITING + 1);
    }

    /** All letters go one after the other, so one that is never taken would hold up all that follow. */
    @Test
    void aMailServerThatDoesNotAnswerIsNotWaitedForWithoutEnd() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withPropertyValues("spring.mail.host=127.0.0.1")
                .run(context -> {
                    Properties sender =
                            context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
                    assertThat(List.of("connectiontimeout", "timeout", "writetimeout"))
                            .allSatisfy(wait -> assertThat(sender.getProperty("mail.smtp." + wait))
                                    .containsOnlyDigits()
                                    .hasSizeLessThanOrEqualTo("30000".length()));
                });
    }

    private Letters letters(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return letters(sender);
    }

    private Letters letters(JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new Letters(
                beans.getBeanProvider(JavaMailSender.class),
                words,
                new PeopleSettings(URI.create("http://localhost"), List.of(), "careroom@riverside.example"));
    }

    private static void waitFor(CountDownLatch goOn) {
        try {
            goOn.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static Reason subject() {
        return Reason.of("mail.invitation.subject");
    }

    private static Reason text(String link) {
        return Reason.of("mail.invitation.text", "Amara invites you.", link);
    }

    /** A mail server that takes one mail (RFC 5321), and tells all that was said to it. */
    private static String receive(ServerSocket server) {
        try (Socket client = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            out.print("220 here\r\n");
            out.flush();
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.append(line).append('\n');
                data = data ? !line.equals(".") : line.equals("DATA");
                if (!data || line.equals("DATA")) {
                    out.print(
                            line.equals("DATA") ? "354 go on\r\n" : line.equals("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
                    out.flush();
                }
                if (line.equals("QUIT")) {
                    break;
                }
            }
            return said.toString();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}

package org.careroom.people;

import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.careroom.shared.AfterCommit;
import org.careroom.shared.Reason;
import org.careroom.shared.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Mails with a link. They are sent only where {@code spring.mail.host} is set; elsewhere people hand links over themselves. */
@Component
public class Letters {

    private static final Logger log = LoggerFactory.getLogger(Letters.class);

    /** More of them than the largest of what is invited at once; a mail server that takes none must not fill the memory. */
    static final int MOST_WAITING = 5_000;

    private final ObjectProvider<JavaMailSender> mail;
    private final Words words;
    private final String from;
    private final ExecutorService postman = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Letters::thread, Letters::dropped);

    Letters(ObjectProvider<JavaMailSender> mail, Words words, PeopleSettings settings) {
        this.mail = mail;
        this.words = words;
        this.from = settings.mailFrom();
    }

    /** Whether mail is configured. */
    public boolean sent() {
        return mail.getIfAvailable() != null;
    }

    /** Sends a mail when the transaction has committed, in the background, so that nobody can tell from the time taken. */
    public void send(String to, Reason subject, Reason text, Locale locale) {
        JavaMailSender sender = mail.getIfAvailable();
        if (sender == null) {
            return;
        }
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(to);
        letter.setSubject(words.of(subject, locale));
        letter.setText(words.of(text, locale));
        AfterCommit.run(() -> postman.execute(() -> deliver(sender, letter)));
    }

    /** Looks up what a letter needs behind the answer, so that its time tells nothing either. */
    void behindTheAnswer(Runnable writing) {
        postman.execute(() -> {
            try {
                writing.run();
            } catch (RuntimeException failed) {
                log.warn("A mail could not be written.", failed);
            }
        });
    }

    private static void deliver(JavaMailSender sender, SimpleMailMessage letter) {
        try {
            sender.send(letter);
        } catch (MailException failed) {
            log.warn("A mail could not be sent. Its link can be handed over instead.", failed);
        }
    }

    private static void dropped(Runnable work, ThreadPoolExecutor postman) {
        log.warn("A mail was given up, as {} wait already.", MOST_WAITING);
    }

    /** A daemon: a mail server that does not answer must not hold up the end of the application. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "letters");
        thread.setDaemon(true);
        return thread;
    }
}

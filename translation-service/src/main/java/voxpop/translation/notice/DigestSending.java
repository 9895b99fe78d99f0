package voxpop.translation.notice;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.translation.mail.MailSettings;
import voxpop.translation.mail.Mailer;
import voxpop.translation.mail.Undelivered;

/** Sends digests for as long as this instance lives, where there is a mail server. */
@Context
class DigestSending implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(DigestSending.class);

  /** A server that refuses a letter this often for what is in it will not take the next one. */
  private static final int PATIENCE = 5;

  private final Accounts accounts;
  private final Digests digests;
  private final Mailer mailer;
  private final MailSettings settings;
  private volatile boolean stopping;
  private @Nullable Thread thread;

  DigestSending(Accounts accounts, Digests digests, Mailer mailer, MailSettings settings) {
    this.accounts = accounts;
    this.digests = digests;
    this.mailer = mailer;
    this.settings = settings;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    if (settings.on()) thread = Thread.ofVirtual().name("digests").start(this::work);
  }

  @PreDestroy
  void stop() {
    stopping = true;
    Thread running = thread;
    if (running != null) running.interrupt();
  }

  private void work() {
    boolean told = false;
    while (!stopping) {
      try {
        step();
        told = false;
      } catch (Exception e) {
        // also a checked one, which transactions let through undeclared
        if (stopping) return;
        if (!told)
          LOG.warn("Looking for digests to send failed and is tried again: {}", e.toString());
        told = true;
      }
      try {
        Thread.sleep(settings.poll());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Sends what is due. */
  void step() {
    List<Accounts.Translator> translators = accounts.translators().items();
    if (translators.isEmpty()) return;
    Accounts.House house = accounts.house();
    for (Accounts.Translator translator : translators) {
      if (stopping) return;
      List<String> languages =
          house.languages().stream().filter(translator.languages()::contains).toList();
      Digests.Claim claim = digests.claim(translator.account(), languages).orElse(null);
      if (claim != null && !deliver(house, translator, claim)) return;
    }
  }

  /** False if there is no use in trying another one now. */
  private boolean deliver(Accounts.House house, Accounts.Translator to, Digests.Claim claim) {
    try {
      mailer.send(DigestLetter.of(house, to, claim));
    } catch (Undelivered why) {
      refused(to, claim, why);
      return why.blame() != Undelivered.Blame.SERVER;
    }
    digests.sent(claim);
    return true;
  }

  private void refused(Accounts.Translator to, Digests.Claim claim, Undelivered why) {
    LOG.warn("A digest was not taken by the mail server: {}", why.code());
    boolean never =
        why.blame() == Undelivered.Blame.ADDRESS
            || (why.blame() == Undelivered.Blame.LETTER && claim.attempts() >= PATIENCE);
    // noted where the address is; while that can't be done, the mail server says it once more
    if (never) accounts.refuse(to.account(), new Accounts.Refusal(to.email(), why.code()));
    digests.failed(claim, why.code(), why.known());
  }
}

package org.genonaut.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates an administrator on the first start, before anybody is let in. */
@Component
@Profile("!demo")
class FirstAdmin implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final Accounts accounts;

    FirstAdmin(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.isEmpty()) {
            var password = randomPassword();
            if (accounts.createUnlessTaken(new NewAccount("admin", "Administrator", Role.ADMIN, password))) {
                // The only password that is ever written: nobody could sign in otherwise.
                log.warn("The first account is admin with the password {} (it is not shown again)", password);
            }
        }
    }

    private static String randomPassword() {
        var bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}

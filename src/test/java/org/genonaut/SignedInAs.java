package org.genonaut;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.genonaut.account.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Runs a test as somebody who is signed in; the account is created when it is missing. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithSecurityContext(factory = SignedInAs.Factory.class)
public @interface SignedInAs {

    /** The account's name. */
    String value();

    Role role() default Role.MEMBER;

    /** Signs in as the form does, without the password. */
    class Factory implements WithSecurityContextFactory<SignedInAs> {

        private final TestAccounts accounts;
        private final UserDetailsService users;

        Factory(TestAccounts accounts, UserDetailsService users) {
            this.accounts = accounts;
            this.users = users;
        }

        @Override
        public SecurityContext createSecurityContext(SignedInAs annotation) {
            accounts.account(annotation.value(), annotation.role());
            var user = users.loadUserByUsername(annotation.value());
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
            return context;
        }
    }
}

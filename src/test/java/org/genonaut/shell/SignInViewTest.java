package org.genonaut.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import org.genonaut.GenonautTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@GenonautTest
@WithAnonymousUser
@ViewPackages(classes = SignInView.class)
class SignInViewTest extends SpringBrowserlessTest {

    @Test
    void sendsTheFormToSpringSecurity() {
        navigate(SignInView.class);

        assertThat(find(LoginForm.class).single().getAction()).isEqualTo("sign-in");
        assertThat(find(LoginForm.class).single().isError()).isFalse();
    }

    @Test
    void saysWhenNameAndPasswordDidNotMatch() {
        UI.getCurrent().navigate("sign-in", QueryParameters.of("error", ""));

        assertThat(find(LoginForm.class).single().isError()).isTrue();
    }

    @Test
    void hasNoDemoAccountsOutsideTheDemo() {
        navigate(SignInView.class);

        assertThat(find(DemoSignIn.class).exists()).isFalse();
    }

    @Test
    void offersTheDemoAccountsInTheDemo() {
        navigate(SignInView.class);
        UI.getCurrent().add(new DemoSignIn());

        assertThat(find(DemoSignIn.class).single().getElement().getTextRecursively())
                .contains("maya", "noah", "admin");
    }
}

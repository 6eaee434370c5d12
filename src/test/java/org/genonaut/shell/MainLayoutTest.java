package org.genonaut.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.PageTitleContext;
import com.vaadin.flow.router.PageTitleGenerator;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.genonaut.GenonautTest;
import org.genonaut.SignedInAs;
import org.genonaut.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

@GenonautTest
@ViewPackages(classes = MainLayoutTest.class)
class MainLayoutTest extends SpringBrowserlessTest {

    /** Not at startup, where the real pages of these addresses are registered. */
    @BeforeEach
    void registerPages() {
        var routes = RouteConfiguration.forApplicationScope();
        List.of(GeneratePage.class, GalleryPage.class, PicturePage.class, ModelsPage.class)
                .forEach(routes::setAnnotatedRoute);
    }

    @Test
    @SignedInAs("maya")
    void leadsFromTheFrontDoorToGenerate() {
        UI.getCurrent().navigate("");

        assertThat(getCurrentView()).isInstanceOf(GeneratePage.class);
    }

    @Test
    @SignedInAs("maya")
    void putsThePageIntoTheMainLandmark() {
        navigate(GeneratePage.class);

        assertThat(find(Main.class).single().getElement().getChild(0).getComponent())
                .containsInstanceOf(GeneratePage.class);
    }

    @Test
    @SignedInAs("maya")
    void marksTheLinkOfThePageThatIsShown() {
        navigate(GeneratePage.class);

        assertThat(current("generate")).isTrue();
        assertThat(current("gallery")).isFalse();
    }

    @Test
    @SignedInAs("maya")
    void marksTheGalleryWhileOneOfItsPicturesIsShown() {
        navigate(PicturePage.class);

        assertThat(current("gallery")).isTrue();
    }

    @Test
    @SignedInAs("maya")
    void writesTheProductsNameBehindThePagesTitle(@Autowired PageTitleGenerator titles) {
        navigate(GeneratePage.class);

        assertThat(titles.generatePageTitle(new PageTitleContext(
                        GeneratePage.class, RouteParameters.empty(), QueryParameters.empty(), "frame.generate")))
                .isEqualTo("Generate · Genonaut");
    }

    @Test
    @SignedInAs("maya")
    void keepsAdminPagesFromMembers() {
        navigate(GeneratePage.class);

        assertThat(find(AdminMenu.class).exists()).isFalse();
    }

    @Test
    @SignedInAs(value = "admin", role = Role.ADMIN)
    void offersAdminPagesToAdmins() {
        navigate(GeneratePage.class);

        assertThat(find(AdminMenu.class).single().isVisible()).isTrue();
    }

    @Test
    @SignedInAs("maya")
    void saysWhenAnAddressLeadsNowhere() {
        UI.getCurrent().navigate("nowhere");

        assertThat(find(NotFoundView.class).exists()).isTrue();
        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
    }

    @Test
    @SignedInAs("maya")
    void saysWhenAPageIsNotForThisAccount() {
        UI.getCurrent().navigate("admin/models");

        assertThat(find(AccessDeniedView.class).exists()).isTrue();
    }

    @Test
    @WithAnonymousUser
    void asksStrangersToSignIn() {
        UI.getCurrent().navigate("generate");

        assertThat(find(GeneratePage.class).exists()).isFalse();
    }

    private boolean current(String path) {
        return find(Anchor.class, find(FrameLinks.class).withClassName("gn-nav").single())
                .withCondition(link -> link.getHref().equals(path))
                .single()
                .getElement()
                .hasAttribute("aria-current");
    }

    @Route(value = "generate", registerAtStartup = false)
    @PageTitle("frame.generate")
    @PermitAll
    static class GeneratePage extends Div {}

    @Route(value = "gallery", registerAtStartup = false)
    @PermitAll
    static class GalleryPage extends Div {}

    @Route(value = "gallery/one", registerAtStartup = false)
    @PermitAll
    static class PicturePage extends Div {}

    @Route(value = "admin/models", registerAtStartup = false)
    @RolesAllowed("ADMIN")
    static class ModelsPage extends Div {}
}

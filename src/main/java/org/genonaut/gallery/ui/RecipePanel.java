package org.genonaut.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.gallery.DownloadName;
import org.genonaut.gallery.RecipeText;
import org.genonaut.gallery.ViewedImage;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;

/** How a picture was made, and what to do with it next. */
class RecipePanel extends Aside {

    private final RecipeFacts facts;
    private final Div words = new Div();
    private final Section recipe = new Section();
    private final Section making = new Section();
    private final Anchor download = new Anchor();

    RecipePanel(ViewerActions actions, ModelCatalog catalog) {
        facts = new RecipeFacts(catalog);
        addClassName("gn-recipe");
        getElement().setAttribute("aria-label", getTranslation("viewer.recipe"));
        words.addClassName("gn-recipe-words");
        var body = new Div(recipe, making);
        body.addClassName("gn-recipe-body");
        add(words, acts(actions), body, foot(actions));
    }

    private Div acts(ViewerActions actions) {
        var again = act("again", GnIcon.AGAIN, actions::again);
        again.addThemeVariants(ButtonVariant.PRIMARY);
        var acts = new Div(
                again,
                act("same-seed", GnIcon.LOCK, actions::sameSeed),
                act("edit-recipe", GnIcon.EDIT, actions::editRecipe));
        acts.addClassName("gn-recipe-acts");
        return acts;
    }

    private Button act(String id, GnIcon icon, Runnable action) {
        var button = new Button(getTranslation("viewer." + id), icon.create(), click -> action.run());
        button.setId(id);
        return button;
    }

    private Div foot(ViewerActions actions) {
        download.setId("download");
        download.addClassName("gn-button-link");
        download.add(GnIcon.DOWNLOAD.create(), new Span(getTranslation("viewer.download")));
        var delete = new Button(GnIcon.TRASH.create(), click -> actions.delete());
        delete.setId("delete");
        delete.addThemeVariants(ButtonVariant.ERROR);
        delete.addClassName("gn-icon-button");
        delete.setAriaLabel(getTranslation("viewer.delete"));
        delete.setTooltipText(getTranslation("viewer.delete"));
        var foot = new Div(download, delete);
        foot.addClassName("gn-recipe-foot");
        return foot;
    }

    void show(ViewedImage viewed) {
        var formats = Formats.current();
        showWords(viewed);
        recipe.removeAll();
        recipe.add(head(viewed), facts.recipe(viewed, formats));
        making.removeAll();
        making.add(new H2(getTranslation("viewer.making")), facts.making(viewed, formats));
        var day = LocalDate.ofInstant(viewed.id().time(), formats.zone());
        download.setHref(ImageAddress.bytes(viewed.id(), "original"));
        download.getElement().setAttribute("download", DownloadName.of(viewed, day));
    }

    /** The prompt is what the page is about. */
    private void showWords(ViewedImage viewed) {
        words.removeAll();
        var prompt = viewed.recipe().prompt();
        var title = new H1(prompt.isBlank() ? getTranslation("viewer.no-prompt") : prompt);
        title.addClassName("gn-prompt-words");
        words.add(title);
        if (!viewed.recipe().negativePrompt().isBlank()) {
            var avoid =
                    new Paragraph(getTranslation("viewer.avoid", viewed.recipe().negativePrompt()));
            avoid.addClassNames("gn-small", "gn-muted");
            words.add(avoid);
        }
    }

    private Div head(ViewedImage viewed) {
        var text = new CopyButton(getTranslation("viewer.copy-text")).of(RecipeText.lines(viewed.recipe()));
        var json = new CopyButton(getTranslation("viewer.copy-json")).of(RecipeText.json(viewed.recipe()));
        text.setId("copy-text");
        json.setId("copy-json");
        var copies = new Div(text, json);
        copies.addClassNames("gn-copies", "gn-push");
        var head = new Div(new H2(getTranslation("viewer.recipe")), copies);
        head.addClassName("gn-row");
        return head;
    }
}

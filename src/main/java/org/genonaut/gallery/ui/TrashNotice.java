package org.genonaut.gallery.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.genonaut.account.AccountId;
import org.genonaut.gallery.Gallery;
import org.genonaut.generation.ImageId;

/** Says for ten seconds that a picture is in the trash, and brings it back when asked. Outlives the page it came from. */
final class TrashNotice extends Notification {

    private static final int MILLIS = 10_000;

    TrashNotice(Gallery gallery, AccountId account, ImageId image) {
        var undo = new Button(getTranslation("undo.action"));
        undo.setId("undo");
        undo.addClickListener(click -> {
            close();
            if (gallery.restore(account, image)) {
                ImageAddress.open(UI.getCurrent(), image);
            }
        });
        var words = new Div(new Span(getTranslation("viewer.trashed")), undo);
        words.addClassNames("gn-row", "gn-toast");
        add(words);
        setPosition(Position.BOTTOM_CENTER);
        setDuration(MILLIS);
    }
}

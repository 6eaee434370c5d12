package org.genonaut.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import org.genonaut.GenonautTest;
import org.genonaut.SignedInAs;
import org.genonaut.account.CurrentAccount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GenonautTest
@ViewPackages(classes = UsageView.class)
@SignedInAs("usage-view")
class UsageViewTest extends SpringBrowserlessTest {

    @Test
    void showsWhatIsSpentOfWhat(@Autowired JdbcClient jdbc, @Autowired CurrentAccount account) {
        jdbc.sql("insert into usage_minute (account_id, minute, images)"
                        + " values (?, date_format(utc_timestamp(), '%Y-%m-%d %H:%i:00'), 9)")
                .param(account.id().value())
                .update();
        jdbc.sql("insert into usage_day (account_id, day, gpu_ms) values (?, utc_date(), 120000)")
                .param(account.id().value())
                .update();

        navigate(UsageView.class);

        assertThat(texts())
                .satisfiesExactly(
                        open -> assertThat(open).contains("Open prompts", "0", "of 500"),
                        images -> assertThat(images)
                                .contains("Images this hour", "9", "of 10", "The first of them counts until"),
                        day -> assertThat(day).contains("2\u00a0min", "of 1\u00a0h", "Starts again"),
                        month -> assertThat(month).contains("2\u00a0min", "no limit"));
        var bars = find(ProgressBar.class).all();
        assertThat(bars)
                .extracting(ProgressBar::getValue)
                .satisfies(values -> assertThat(values.get(1)).isEqualTo(0.9));
        assertThat(bars.get(1).getClassNames()).contains("gn-nearly-full");
        assertThat(bars.get(2).getClassNames()).isEmpty();
    }

    private List<String> texts() {
        return find(UsageBar.class).all().stream()
                .map(bar -> bar.getElement().getTextRecursively())
                .toList();
    }
}

package org.genonaut;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Each application that starts makes its own strategy the one of the whole process: before each test the one of the
 * application that it tests is put back, else it would ask another's for who is signed in.
 */
public final class OwnSecurityContexts extends AbstractTestExecutionListener {

    /** Before the listener that signs people in. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 3_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(SecurityContextHolderStrategy.class)
                    .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        }
    }
}

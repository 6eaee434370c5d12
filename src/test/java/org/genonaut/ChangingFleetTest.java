package org.genonaut;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link GeneratingTest} in an application of its own: what these tests leave behind would change the fleet that others
 * count on. Generations whose files are on no backend wait here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@GeneratingTest
@TestPropertySource(properties = "genonaut.queue.unservable=wait")
public @interface ChangingFleetTest {}

package org.genonaut.simulator.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people are told of a fault; documentation and control API are made of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Described {
    /** One sentence on what clients meet. */
    String value();

    Lasting lasting();

    /** What is counted, in the plural; empty where nothing is. */
    String counts() default "";
}

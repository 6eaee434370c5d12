package org.genonaut.simulator.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people are told of a field of a fault. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Asked {
    /** What it means, with its unit. */
    String value();

    /** What it is when nobody tells; empty where it must be told. */
    String otherwise() default REQUIRED;

    String REQUIRED = "\0";
}

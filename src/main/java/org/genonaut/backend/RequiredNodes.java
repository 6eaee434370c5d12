package org.genonaut.backend;

import java.util.Set;

/** Names the node classes that somebody's workflows need, so that each backend can be asked for them. */
@FunctionalInterface
public interface RequiredNodes {

    /** As ComfyUI spells them. */
    Set<String> classes();
}

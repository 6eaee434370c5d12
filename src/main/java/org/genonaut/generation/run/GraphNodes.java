package org.genonaut.generation.run;

import java.util.Set;
import org.genonaut.backend.RequiredNodes;
import org.genonaut.generation.workflow.WorkflowBuilder;
import org.springframework.stereotype.Component;

/** Has every backend asked for the nodes that our graphs are made of. */
@Component
class GraphNodes implements RequiredNodes {

    @Override
    public Set<String> classes() {
        return WorkflowBuilder.NODE_CLASSES;
    }
}

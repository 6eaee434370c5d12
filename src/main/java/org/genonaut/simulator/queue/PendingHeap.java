package org.genonaut.simulator.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The prompts that wait, as a binary heap with the steps of Python's {@code heapq}: so {@code /queue} lists them in the
 * very order in which a real server does.
 */
final class PendingHeap {
    private final List<PromptItem> items = new ArrayList<>();

    boolean isEmpty() {
        return items.isEmpty();
    }

    int size() {
        return items.size();
    }

    List<PromptItem> inHeapOrder() {
        return List.copyOf(items);
    }

    List<PromptItem> inOrder() {
        return items.stream().sorted().toList();
    }

    void add(PromptItem item) {
        items.add(item);
        rise(0, items.size() - 1);
    }

    /** Takes out the smallest. */
    Optional<PromptItem> poll() {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var last = items.removeLast();
        if (items.isEmpty()) {
            return Optional.of(last);
        }
        var smallest = items.getFirst();
        items.set(0, last);
        sink(0);
        return Optional.of(smallest);
    }

    /** Takes out the first of this id in heap order, and returns whether there was one. */
    boolean remove(String promptId) {
        for (var index = 0; index < items.size(); index++) {
            if (items.get(index).id().equals(promptId)) {
                items.remove(index);
                heapify();
                return true;
            }
        }
        return false;
    }

    void clear() {
        items.clear();
    }

    private void heapify() {
        for (var index = items.size() / 2 - 1; index >= 0; index--) {
            sink(index);
        }
    }

    /** Moves an item towards the root while it is smaller than its parent. */
    private void rise(int root, int index) {
        var item = items.get(index);
        var place = index;
        while (place > root) {
            var parent = (place - 1) / 2;
            if (item.compareTo(items.get(parent)) >= 0) {
                break;
            }
            items.set(place, items.get(parent));
            place = parent;
        }
        items.set(place, item);
    }

    /** Lets the smaller children move up all the way to a leaf, puts the item there and lets it rise. */
    private void sink(int root) {
        var item = items.get(root);
        var place = root;
        for (var child = 2 * place + 1; child < items.size(); child = 2 * place + 1) {
            var right = child + 1;
            if (right < items.size() && items.get(child).compareTo(items.get(right)) >= 0) {
                child = right;
            }
            items.set(place, items.get(child));
            place = child;
        }
        items.set(place, item);
        rise(root, place);
    }
}

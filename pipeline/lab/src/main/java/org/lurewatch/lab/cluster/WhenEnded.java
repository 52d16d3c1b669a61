package org.lurewatch.lab.cluster;

/** Does something if this JVM is ended, by a signal for instance, before this is closed. */
public final class WhenEnded implements AutoCloseable {
    private final Thread hook;

    /** @param action done on another thread, while the JVM ends */
    public WhenEnded(Runnable action) {
        hook = new Thread(action);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException isEnding) {
            // The action runs already.
        }
    }
}

package org.lurewatch.codec.registry;

import java.time.Duration;
import java.util.function.Consumer;

/** What is done while a registry does not answer. */
public interface RegistryOutage {
    /**
     * An attempt has failed. Returns when the next one may be made.
     *
     * @param trouble what is wrong, and what to do
     * @throws RegistryException to give up
     */
    void failed(String trouble) throws InterruptedException;

    /** The registry answers. */
    void answered();

    /** Waits on the machine's clock. */
    @FunctionalInterface
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    /** Gives up at once, for a person waits. */
    static RegistryOutage giveUp() {
        return new RegistryOutage() {
            @Override
            public void failed(String trouble) {
                throw new RegistryException(trouble);
            }

            @Override
            public void answered() {}
        };
    }

    /**
     * Waits for as long as it takes, so that no record is lost, and says so once when it begins and once when it is over.
     *
     * @param log takes one line
     */
    static RegistryOutage waiting(Consumer<String> log, Pause pause) {
        return new RegistryOutage() {
            private boolean isDown;

            @Override
            public void failed(String trouble) throws InterruptedException {
                if (!isDown) {
                    log.accept(trouble + ". Records wait until it answers; none is lost");
                }
                isDown = true;
                pause.last(Duration.ofSeconds(1));
            }

            @Override
            public void answered() {
                if (isDown) {
                    log.accept("The schema registry answers again; the records that waited go on");
                }
                isDown = false;
            }
        };
    }
}

package org.lurewatch.job.operators.control;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.DeploymentRule;
import org.lurewatch.schemas.DeploymentRecord;

/**
 * Which bundle decides where commands do not say so: before the first command, and after an upgrade of Lurewatch that left
 * no champion that can be used. All tasks ask it, and none sends word to the others, so it depends on nothing but the
 * settings and what commands have said.
 *
 * @param start the deployment before the first command
 * @param successor the deployment whose champion takes over from a champion of another version; {@link Deployment#NONE}
 *     where the settings name none
 */
public record Succession(DeploymentRecord start, DeploymentRecord successor) implements Serializable {

    /** As the settings say. */
    public static Succession of(Deployment start, Deployment successor) {
        return new Succession(DeploymentRecords.toAvro(start), DeploymentRecords.toAvro(successor));
    }

    /**
     * The deployment that commands have left.
     *
     * @param kept the newest in state, or null before the first command
     */
    Deployment commanded(DeploymentRecord kept) {
        return DeploymentRecords.toDomain(Objects.requireNonNullElse(kept, start));
    }

    /** The deployment that applies. */
    Deployment over(Deployment commanded) {
        Deployment after = DeploymentRecords.toDomain(successor);
        return DeploymentRule.succeeded(
                commanded, after.hasChampion() ? after.find(after.champion()) : Optional.empty());
    }
}

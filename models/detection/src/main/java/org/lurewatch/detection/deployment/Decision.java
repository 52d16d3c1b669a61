package org.lurewatch.detection.deployment;

/**
 * The result of a command.
 *
 * @param deployment as it is afterwards: the same as before where the command is refused, unless it names a bundle of
 *     another version of Lurewatch while nobody decides
 * @param accepted whether it is done
 * @param message what was done, or why not
 */
public record Decision(Deployment deployment, boolean accepted, String message) {}

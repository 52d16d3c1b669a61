package org.lurewatch.detection.campaign;

/** The longest sequence of words that two texts share, in order. */
final class CommonWords {
    private CommonWords() {}

    /**
     * For each word of the first text, where the same one stands in the second text, or -1.
     *
     * @param first words as numbers
     * @param second words as numbers
     */
    static int[] of(int[] first, int[] second) {
        short[][] longest = lengths(first, second);
        int[] places = new int[first.length];
        int j = 0;
        for (int i = 0; i < first.length; i++) {
            int next = j;
            while (next < second.length && longest[i][next] == longest[i][j] && first[i] != second[next]) {
                next++;
            }
            boolean shared =
                    next < second.length && first[i] == second[next] && longest[i][j] == longest[i + 1][next + 1] + 1;
            places[i] = shared ? next : -1;
            j = shared ? next + 1 : j;
        }
        return places;
    }

    /** Length of the longest shared sequence from each pair of words on. */
    private static short[][] lengths(int[] first, int[] second) {
        short[][] longest = new short[first.length + 1][second.length + 1];
        for (int i = first.length - 1; i >= 0; i--) {
            for (int j = second.length - 1; j >= 0; j--) {
                longest[i][j] = first[i] == second[j]
                        ? (short) (longest[i + 1][j + 1] + 1)
                        : (short) Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }
}

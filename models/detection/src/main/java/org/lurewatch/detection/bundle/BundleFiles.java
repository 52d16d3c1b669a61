package org.lurewatch.detection.bundle;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Names and encodings that the writer and the loader of a bundle share. */
final class BundleFiles {
    static final String MANIFEST = "manifest.json";
    static final String LEXICON = "lexicon.tsv";
    static final String PLACES = "places.tsv";
    static final String MODEL = "model.json";
    static final String SCAM_WEIGHTS = "scam-wording.f32z";
    static final String ABOUT_WEIGHTS = "about-wording.f32z";
    static final String TYPE_WEIGHTS = "type.f32z";

    /** Every file that a manifest must name. */
    static final List<String> ALL = List.of(LEXICON, PLACES, MODEL, SCAM_WEIGHTS, ABOUT_WEIGHTS, TYPE_WEIGHTS);

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BundleFiles() {}
}

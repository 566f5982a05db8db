package io.tidewatch.nlp;

import io.tidewatch.model.annotation.MentionKind;
import java.util.Set;

/** A catalogue entry as the linker sees it; {@code rivals} are brand ids. */
record Entity(
    MentionKind kind, String id, String brandId, Set<String> categories, Set<String> rivals) {}

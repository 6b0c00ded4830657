package dev.denchi.api.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;

/** The templates, whose expressions are checked when the service is built; what they show is escaped. */
@CheckedTemplate(basePath = "page")
final class Templates {
    private Templates() {}

    static native TemplateInstance passport(Page page, String css);

    static native TemplateInstance refusal(
            Language language, List<Language> languages, Map<String, String> words, String text, String css);
}

#include "http/html.hpp"

#include <gtest/gtest.h>

namespace {

using namespace http::html;

TEST(Html, whatever_is_text_is_escaped_wherever_it_stands) {
    const std::string evil = "<script>\"x\" & 'y'</script>";
    const std::string safe = "&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;";
    EXPECT_EQ(p(evil).markup(), "<p>" + safe + "</p>");
    EXPECT_EQ(p(css(evil), "x").markup(), "<p class=\"" + safe + "\">x</p>");
    EXPECT_EQ(img(Url::within("/files/1"), evil).markup(), "<img src=\"/files/1\" alt=\"" + safe + "\" loading=\"lazy\">");
}

TEST(Html, components_are_functions) {
    const std::vector<std::string> names{"ก", "ข"};
    const auto item = [](const std::string& name) { return li(name); };
    EXPECT_EQ(ul(each(names, item)).markup(), "<ul><li>ก</li><li>ข</li></ul>");
    EXPECT_EQ(group(h2("สมาชิก"), p(12, " คน")).markup(), "<h2>สมาชิก</h2><p>12 คน</p>");
    EXPECT_EQ(p(std::optional<std::string>{}, "after").markup(), "<p>after</p>");
}

TEST(Html, a_link_never_leads_to_a_script) {
    EXPECT_EQ(a("/circles", "วง").markup(), "<a href=\"/circles\">วง</a>");
    EXPECT_TRUE(Url::from_outside("HTTPS://example.org/?a=1&b=2"));
    EXPECT_TRUE(Url::from_outside("mailto:a@b.th"));
    for (const auto* bad :
         {"javascript:alert(1)", "java\nscript:x", " javascript:x", "data:text/html,x", "//evil.example", "/\\evil", "vbscript:x", "x"})
        EXPECT_FALSE(Url::from_outside(bad)) << bad;
    EXPECT_EQ(Url::within("//evil.example").text(), "/");
    EXPECT_EQ(Url::within("javascript:x").text(), "/");
}

}  // namespace

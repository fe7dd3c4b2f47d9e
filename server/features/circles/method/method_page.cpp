#include "circles/method/method_page.hpp"

#include "base/locale.hpp"

namespace circles {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

// A heading and what stands below it; nothing where there is nothing.
template <class List, class Show>
static Html part(const std::string& heading, const List& list, const Show& show) {
    return list.empty() ? Html{} : group(h2(heading), ul(each(list, show)));
}

http::Page method_page(const MethodReply& method, base::Language language) {
    const auto& content = method.content;
    const auto say = [&](std::string_view key) { return base::say(language, key); };
    const auto step = [&](const MethodStep& each) {
        return li(strong(each.title.value), " ", base::say(language, "methods_minutes", {{"count", each.minutes.value}}), " ",
                  base::or_empty(each.how));
    };
    const auto body = group(p(say("records_kind_method"), " · ", say("circles_kind_" + std::string(base::name_of(content.kind)))),
                            h1(content.title.value), p(content.purpose.value), p(base::or_empty(content.suits)),
                            part(say("methods_steps"), content.steps, step),
                            part(say("methods_questions"), content.questions, [](const base::Line& each) { return li(each.value); }),
                            part(say("methods_roles"), content.roles,
                                 [](const MethodRole& each) { return li(strong(each.name.value), " ", base::or_empty(each.does)); }),
                            part(say("methods_fields"), content.fields,
                                 [](const MethodField& each) { return li(each.label.value, " ", base::or_empty(each.hint)); }));
    auto page = http::make_page(method, content.title.value, method.address, article(body));
    page.description = content.purpose.value;
    return page;
}

}  // namespace circles

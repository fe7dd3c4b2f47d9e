#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace http {

// What the head of a page names beside what all pages need: the scripts of the web app that only this page loads. Without it they
// would be known only after the app has arrived and looked at the address.
class Preloads {
  public:
    Preloads() = default;
    // `table`: preloads.txt of the web build, a line a page: "/circles/[circle]", a tab, addresses with blanks between them; of two lines
    // that fit an address the first is meant. Throws std::runtime_error on a line without a tab.
    explicit Preloads(std::string_view table);

    // The <link rel="later"> elements for an address: web/scripts/finish.ts asks for them once what can be read is painted. Empty where the
    // app has no such page.
    std::string_view links_for(std::string_view path) const;

  private:
    struct Page {
        std::vector<std::string> segments;  // "[circle]" fits any
        std::string links;
    };
    std::vector<Page> pages_;
};

}  // namespace http

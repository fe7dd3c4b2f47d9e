#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace decode::office {

// The attributes of one element, by the names that Xml gives.
class Attributes {
  public:
    explicit Attributes(const char** pairs) : pairs_(pairs) {}
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view{}); }
    int number(std::string_view name, int otherwise) const;  // `otherwise` also for what is no number

  private:
    const char** pairs_;
};

// What a part of an office file says, in its order. Names are "w:p", "table:table-row", "x:row": the prefixes are those that the formats'
// own writers use, whatever this file calls them; what stands in another namespace has a name that nobody asks for.
class Listener {
  public:
    virtual ~Listener() = default;
    virtual void open(std::string_view name, const Attributes& attributes) = 0;
    virtual void close(std::string_view name) = 0;
    virtual void say(std::string_view text) = 0;  // may come in several pieces
};

// Reads XML as it comes, without a tree. No document type, hence no entity, inside or outside, is ever read; nesting is bounded.
// Throws Refused: broken, hostile, and what the listener throws.
class Xml {
  public:
    explicit Xml(Listener& listener);
    ~Xml();
    Xml(const Xml&) = delete;
    Xml& operator=(const Xml&) = delete;

    void feed(std::string_view bytes);
    void finish();

  private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace decode::office

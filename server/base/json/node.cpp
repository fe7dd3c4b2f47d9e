#include "base/json/node.hpp"

#include <unicode/ustring.h>

#include <boost/json/basic_parser_impl.hpp>

namespace json {
namespace {

// Builds Nodes from the events of Boost.JSON's parser. (Its own value type would drop the first of two members with one name.)
class NodeBuilder {
  public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using error_code = boost::json::error_code;
    using text = boost::json::string_view;

    Node root;
    bool too_many = false;
    std::size_t values_left = 0;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code& error) { return open(Node::Kind::object, error); }
    bool on_object_end(std::size_t, error_code&) { return close(); }
    bool on_array_begin(error_code& error) { return open(Node::Kind::list, error); }
    bool on_array_end(std::size_t, error_code&) { return close(); }
    bool on_key_part(text part, std::size_t, error_code&) { return gather(part); }
    bool on_key(text part, std::size_t, error_code&) {
        gather(part);
        key_ = std::exchange(gathered_, {});
        return true;
    }
    bool on_string_part(text part, std::size_t, error_code&) { return gather(part); }
    bool on_string(text part, std::size_t, error_code& error) {
        gather(part);
        Node* node = add(Node::Kind::text, error);
        if (node != nullptr) node->text = std::exchange(gathered_, {});
        return node != nullptr;
    }
    bool on_number_part(text, error_code&) { return true; }
    bool on_int64(std::int64_t value, text, error_code& error) {
        Node* node = add(Node::Kind::whole, error);
        if (node != nullptr) node->whole = value;
        return node != nullptr;
    }
    bool on_uint64(std::uint64_t value, text, error_code& error) { return on_double(static_cast<double>(value), {}, error); }
    bool on_double(double value, text, error_code& error) {
        Node* node = add(Node::Kind::number, error);
        if (node != nullptr) node->number = value;
        return node != nullptr;
    }
    bool on_bool(bool value, error_code& error) {
        Node* node = add(Node::Kind::boolean, error);
        if (node != nullptr) node->boolean = value;
        return node != nullptr;
    }
    bool on_null(error_code& error) { return add(Node::Kind::null, error) != nullptr; }
    bool on_comment_part(text, error_code&) { return true; }
    bool on_comment(text, error_code&) { return true; }

  private:
    bool gather(text part) {
        gathered_.append(part.data(), part.size());
        return true;
    }

    Node* add(Node::Kind kind, error_code& error) {
        if (values_left == 0) {
            too_many = true;
            error = boost::json::error::exception;
            return nullptr;
        }
        --values_left;
        // Pointers stay good: a list grows only while nothing inside it is open.
        Node& node = open_.empty() ? root : open_.back()->items.emplace_back();
        node.kind = kind;
        if (!open_.empty() && open_.back()->kind == Node::Kind::object) node.key = std::exchange(key_, {});
        return &node;
    }

    bool open(Node::Kind kind, error_code& error) {
        Node* node = add(kind, error);
        if (node != nullptr) open_.push_back(node);
        return node != nullptr;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    std::vector<Node*> open_;
    std::string key_;
    std::string gathered_;
};

bool is_utf8(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &error);
    return error == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(error);
}

}  // namespace

std::optional<Node> parse(std::string_view text, Errors& errors, const Limits& limits) {
    if (text.size() > limits.bytes) {
        errors.add("", "too_big", {{"max", static_cast<std::int64_t>(limits.bytes)}});
        return std::nullopt;
    }
    boost::json::parse_options options;
    options.max_depth = limits.depth;
    boost::json::basic_parser<NodeBuilder> parser(options);
    parser.handler().values_left = limits.values;
    boost::json::error_code error;
    const auto used = parser.write_some(false, text.data(), text.size(), error);
    if (!error && used < text.size()) error = boost::json::error::extra_data;
    if (!error) return std::move(parser.handler().root);

    if (parser.handler().too_many) {
        errors.add("", "too_many_values", {{"max", static_cast<std::int64_t>(limits.values)}});
    } else if (error == boost::json::error::too_deep) {
        errors.add("", "too_deep", {{"max", static_cast<std::int64_t>(limits.depth)}});
    } else if (!is_utf8(text)) {
        errors.add("", "bad_utf8");
    } else {
        errors.add("", "not_json", {{"at", static_cast<std::int64_t>(used)}});
    }
    return std::nullopt;
}

}  // namespace json

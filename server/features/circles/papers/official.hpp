#pragma once

#include "circles/papers/make.hpp"

namespace circles {

struct MemoHead {
    std::string number;
    std::optional<base::Date> date;  // room for it stays free
    std::string subject;
};

// The forms of official correspondence, as the rules of the Office of the Prime Minister have them (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ):
// what stands over the words of a paper, and under them.
class Official {
  public:
    explicit Official(const Desk& desk) : desk_{desk} {}

    std::vector<document::Block> memo_head(const MemoHead& head) const;
    // Who prepared it signs, then each desk that it goes over, and last who decides.
    std::vector<document::Block> chain(Paper paper) const;
    std::vector<document::Block> signed_by_preparer() const;
    std::vector<document::Block> letter_head(const std::string& number, const Invited& invited) const;
    std::vector<document::Block> letter_foot(const Invited& invited) const;

    std::string say(std::string_view key, const json::Params& params = {}) const;

  private:
    std::string date(const std::optional<base::Date>& date) const;
    document::Signature signature_of(const Signer* signer, std::vector<std::string> before) const;

    const Desk& desk_;
};

// "นายอำเภอเมือง ที่ว่าการอำเภอเมือง": post and body, whichever is known.
std::string post_of(const Invited& invited);

}  // namespace circles

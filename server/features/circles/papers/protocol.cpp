#include "circles/papers/protocol.hpp"

#include <algorithm>
#include <array>

namespace circles {

namespace {

struct Post {
    std::string_view words;
    int rank;
};

// A post is looked for by its words from the top; "รอง" and "ผู้ช่วย" come before what they are deputy of.
constexpr std::array<Post, 35> posts = {{{"รองผู้ว่าราชการจังหวัด", 21},
                                         {"ผู้ว่าราชการจังหวัด", 20},
                                         {"องคมนตรี", 10},
                                         {"รัฐมนตรี", 12},
                                         {"อธิบดี", 16},
                                         {"อธิการบดี", 17},
                                         {"สมาชิกวุฒิสภา", 18},
                                         {"สมาชิกสภาผู้แทนราษฎร", 18},
                                         {"รองนายกองค์การบริหารส่วนจังหวัด", 31},
                                         {"นายกองค์การบริหารส่วนจังหวัด", 30},
                                         {"ปลัดจังหวัด", 24},
                                         {"หัวหน้าสำนักงานจังหวัด", 25},
                                         {"คณบดี", 27},
                                         {"นายอำเภอ", 33},
                                         {"รองนายกเทศมนตรี", 43},
                                         {"นายกเทศมนตรี", 40},
                                         {"รองนายกองค์การบริหารส่วนตำบล", 44},
                                         {"นายกองค์การบริหารส่วนตำบล", 41},
                                         {"ประธานสภาเทศบาล", 45},
                                         {"ประธานสภาองค์การบริหารส่วนตำบล", 45},
                                         {"รองปลัด", 51},
                                         {"ปลัด", 50},
                                         {"ผู้อำนวยการ", 54},
                                         {"หัวหน้า", 56},
                                         {"สาธารณสุขอำเภอ", 53},
                                         {"ครูใหญ่", 55},
                                         {"สารวัตรกำนัน", 62},
                                         {"ผู้ช่วยผู้ใหญ่บ้าน", 64},
                                         {"กำนัน", 60},
                                         {"ผู้ใหญ่บ้าน", 61},
                                         {"สมาชิกสภา", 63},
                                         {"ประธานชุมชน", 65},
                                         {"ประธาน", 66},
                                         {"กรรมการ", 70},
                                         {"อาสาสมัคร", 72}}};
constexpr int monk_rank = 1, anybody = 90;

constexpr std::array<std::string_view, 8> monk_titles = {"พระครู",  "พระมหา",   "พระอาจารย์", "พระปลัด",
                                                         "พระสมุห์", "พระใบฎีกา", "พระอธิการ",  "พระราช"};
constexpr std::array<std::string_view, 5> monk_posts = {"เจ้าอาวาส", "เจ้าคณะ", "รองเจ้าคณะ", "ผู้ช่วยเจ้าอาวาส", "พระลูกวัด"};

bool begins_with_any(std::string_view text, const auto& beginnings) {
    return std::ranges::any_of(beginnings, [&](std::string_view one) { return text.starts_with(one); });
}

}  // namespace

bool is_monk(std::string_view name, std::string_view position) {
    return begins_with_any(name, monk_titles) || begins_with_any(position, monk_posts);
}

int rank_of(std::string_view name, std::string_view position) {
    if (is_monk(name, position)) return monk_rank;
    const auto* const post = std::ranges::find_if(posts, [&](const Post& one) { return position.starts_with(one.words); });
    return post == posts.end() ? anybody : post->rank;
}

}  // namespace circles

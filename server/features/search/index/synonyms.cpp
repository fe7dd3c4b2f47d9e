#include "search/index/question.hpp"

namespace search {
namespace {

std::string key(std::string_view name) {
    const Analysis analysis(name);
    return std::string(analysis.token(0, analysis.clusters().size()));
}

}  // namespace

void Synonyms::add(std::string_view name, std::string_view other) {
    others_.emplace(key(name), other);
    others_.emplace(key(other), name);
}

std::vector<std::string> Synonyms::of(std::string_view compact_name) const {
    std::vector<std::string> out;
    const auto [first, last] = others_.equal_range(std::string(compact_name));
    for (auto other = first; other != last; ++other) out.push_back(other->second);
    return out;
}

const Synonyms& Synonyms::of_local_government() {
    static const Synonyms known = [] {
        Synonyms out;
        constexpr std::pair<const char*, const char*> pairs[] = {
            {"อบต.", "องค์การบริหารส่วนตำบล"},
            {"อบจ.", "องค์การบริหารส่วนจังหวัด"},
            {"อปท.", "องค์กรปกครองส่วนท้องถิ่น"},
            {"ทต.", "เทศบาลตำบล"},
            {"ทม.", "เทศบาลเมือง"},
            {"ทน.", "เทศบาลนคร"},
            {"กทม.", "กรุงเทพมหานคร"},
            {"รพ.สต.", "โรงพยาบาลส่งเสริมสุขภาพตำบล"},
            {"รพ.", "โรงพยาบาล"},
            {"รร.", "โรงเรียน"},
            {"อสม.", "อาสาสมัครสาธารณสุข"},
            {"ศพด.", "ศูนย์พัฒนาเด็กเล็ก"},
            {"กศน.", "การศึกษานอกระบบ"},
            {"พ.ร.บ.", "พระราชบัญญัติ"},
            {"จปฐ.", "ความจำเป็นพื้นฐาน"},
            {"พมจ.", "พัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด"},
            {"สปสช.", "สำนักงานหลักประกันสุขภาพแห่งชาติ"},
            {"สสส.", "สำนักงานกองทุนสนับสนุนการสร้างเสริมสุขภาพ"},
            {"พอช.", "สถาบันพัฒนาองค์กรชุมชน"},
            {"ผญบ.", "ผู้ใหญ่บ้าน"},
            {"KM", "การจัดการความรู้"},
        };
        for (const auto& [name, other] : pairs) out.add(name, other);
        return out;
    }();
    return known;
}

}  // namespace search

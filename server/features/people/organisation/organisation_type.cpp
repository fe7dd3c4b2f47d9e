#include "people/organisation/organisation_type.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/thai_text.hpp"
#include "people/names.hpp"

namespace people {

using enum OrganisationType;

std::optional<base::Sector> usual_sector(OrganisationType type) {
    using enum base::Sector;
    if (type <= learning_encouragement) return state;
    if (type <= special_local_government) return local_government;
    if (type <= library) return academic;
    if (type <= chamber_of_commerce) return private_;
    if (type <= media) return civil_society;
    if (type <= church) return religious;
    if (type <= womens_group) return people;
    return std::nullopt;
}

namespace {

struct Words {
    OrganisationType type;
    std::vector<std::string_view> words;  // with these an organisation's name begins, too
};

// Longer beginnings stand before the shorter ones that they begin with.
const std::vector<Words>& beginnings() {
    static const std::vector<Words> all{
        {health_station, {"รพ.สต.", "รพสต", "โรงพยาบาลส่งเสริมสุขภาพตำบล", "สถานีอนามัย"}},
        {health_office, {"สสอ.", "สสจ.", "สำนักงานสาธารณสุข", "สาธารณสุขอำเภอ"}},
        {hospital, {"รพ.", "โรงพยาบาล"}},
        {learning_encouragement, {"กศน.", "สกร.", "กศน", "ศูนย์การศึกษานอกระบบ", "ศูนย์ส่งเสริมการเรียนรู้"}},
        {provincial_administration, {"อบจ.", "อบจ", "องค์การบริหารส่วนจังหวัด"}},
        {city_municipality, {"ทน.", "เทศบาลนคร"}},
        {town_municipality, {"ทม.", "เทศบาลเมือง"}},
        {subdistrict_municipality, {"ทต.", "เทศบาลตำบล"}},
        {subdistrict_administration, {"อบต.", "อบต", "องค์การบริหารส่วนตำบล"}},
        {special_local_government, {"กทม.", "กรุงเทพมหานคร", "เมืองพัทยา"}},
        {community_council, {"สภาองค์กรชุมชน"}},
        {community_movement, {"ขบวนองค์กรชุมชน", "ขบวนชุมชน"}},
        {community_fund, {"กองทุน"}},
        {community_enterprise, {"วิสาหกิจชุมชน"}},
        {state_enterprise, {"รัฐวิสาหกิจ", "กฟผ.", "กฟภ.", "การไฟฟ้า", "การประปา", "ธ.ก.ส.", "ธนาคารเพื่อการเกษตร"}},
        {public_organisation, {"องค์การมหาชน", "สถาบันพัฒนาองค์กรชุมชน", "พอช.", "สสส.", "สปสช.", "สำนักงานหลักประกันสุขภาพ"}},
        {province_office, {"สำนักงานจังหวัด", "ศาลากลางจังหวัด", "พมจ.", "สำนักงานพัฒนาชุมชนจังหวัด"}},
        {district_office, {"ที่ว่าการอำเภอ", "ที่ทำการปกครองอำเภอ", "สำนักงานพัฒนาชุมชนอำเภอ", "สำนักงานเกษตรอำเภอ", "สำนักงานเขต"}},
        {ministry, {"กระทรวง"}},
        {department, {"กรม"}},
        {university, {"มหาวิทยาลัย", "ม.", "มรภ.", "มทร."}},
        {faculty, {"คณะ"}},
        {college, {"วิทยาลัย"}},
        {research_institute, {"สถาบันวิจัย", "ศูนย์วิจัย"}},
        {library, {"หอสมุด", "สำนักหอสมุด", "ห้องสมุด"}},
        {school, {"โรงเรียน", "ร.ร.", "รร."}},
        {company, {"บริษัท", "บจก.", "บมจ.", "ห้างหุ้นส่วน", "หจก."}},
        {shop, {"ร้าน"}},
        {chamber_of_commerce, {"หอการค้า"}},
        {foundation, {"มูลนิธิ"}},
        {association, {"สมาคม"}},
        {media, {"สถานีวิทยุ", "หนังสือพิมพ์"}},
        {temple, {"วัด", "สำนักสงฆ์", "ที่พักสงฆ์"}},
        {mosque, {"มัสยิด", "สุเหร่า"}},
        {church, {"โบสถ์", "คริสตจักร"}},
        {health_volunteers, {"อสม.", "อสม"}},
        {elders_club, {"ชมรมผู้สูงอายุ"}},
        {womens_group, {"กลุ่มสตรี", "กลุ่มแม่บ้าน"}},
        {youth_group, {"กลุ่มเยาวชน", "สภาเด็กและเยาวชน"}},
        {cooperative, {"สหกรณ์"}},
        {village_committee, {"กรรมการหมู่บ้าน", "คณะกรรมการหมู่บ้าน"}},
        {community, {"ชุมชน", "หมู่บ้าน"}},
        {community_organisation, {"กลุ่ม", "ชมรม", "องค์กรชุมชน"}},
        {civil_network, {"เครือข่าย"}},
        {regional_office, {"สำนักงานภาค"}},
        {division, {"กอง", "สำนัก", "ฝ่าย", "งาน"}},
    };
    return all;
}

}  // namespace

std::optional<OrganisationType> type_from_words(std::string_view words) {
    if (const auto type = named_in_any_language<OrganisationType>("people_type_", words)) return type;
    static const auto known = [] {
        EnumByWord<OrganisationType> all;
        for (const auto& [type, beginning] : beginnings())
            for (const auto word : beginning) all.try_emplace(comparable(word), type);
        return all;
    }();
    return find_word(known, words);
}

// As written: without its dot "ม." would be the beginning of half the dictionary.
std::optional<OrganisationType> type_from_name(std::string_view organisation_name) {
    const auto name = base::tidy(organisation_name);
    for (const auto& [type, known] : beginnings())
        for (const auto word : known)
            if (name.starts_with(word)) return type;
    return std::nullopt;
}

std::optional<base::Sector> sector_from_words(std::string_view words) {
    return named_in_any_language<base::Sector>("people_sector_", words);
}

}  // namespace people

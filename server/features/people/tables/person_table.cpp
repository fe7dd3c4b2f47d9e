#include "people/tables/person_table.hpp"

#include "people/names.hpp"

namespace people {

using namespace person_cell;

const std::vector<base::csv::Column>& person_columns() {
    static const std::vector<base::csv::Column> columns{
        {"name", {"ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อสกุล", "ชื่อ - สกุล", "full_name"}},
        {"title", {"คำนำหน้า", "คำนำหน้าชื่อ"}},
        {"rank", {"ยศ"}},
        {"given_name", {"ชื่อ", "first_name"}},
        {"family_name", {"สกุล", "นามสกุล", "last_name"}},
        {"known_as", {"ชื่อเรียก", "ชื่อเล่น"}},
        {"name_en", {"ชื่อภาษาอังกฤษ", "ชื่ออังกฤษ"}},
        {"phone", {"โทรศัพท์", "เบอร์โทร", "โทร", "เบอร์โทรศัพท์"}},
        {"email", {"อีเมล", "อีเมล์", "e-mail"}},
        {"line_id", {"line", "ไลน์", "ไอดีไลน์"}},
        {"organisation", {"organization", "องค์กร", "หน่วยงาน", "สังกัด"}},
        {"post", {"บทบาท", "หน้าที่", "role"}},
        {"position", {"ตำแหน่ง"}},
        {"from", {"ตั้งแต่", "เริ่ม", "วันที่เริ่ม"}},
        {"to", {"ถึง", "สิ้นสุด", "วันที่สิ้นสุด"}},
    };
    return columns;
}

Person person_in(Row& row) {
    Person person;
    const bool in_parts = !row.cell(given_name).empty();
    if (in_parts)
        row.read(given_name, person.given_name);
    else if (row.cell(name).empty())
        row.refuse(name, "required");
    else
        person = person_from_name(row.cell(name));
    row.read(title, person.title);
    row.read(rank, person.rank);
    row.read(family_name, person.family_name);
    row.read(known_as, person.known_as);
    row.read(name_en, person.name_en);
    row.read(phone, person.phone);
    row.read(email, person.email);
    row.check_email(email);
    row.read(line_id, person.line_id);
    return person;
}

Person merged(const Person& standing, const Person& row) {
    Person person = standing;
    const auto take = [&](std::string Person::* part) {
        if (!(row.*part).empty()) person.*part = row.*part;
    };
    for (const auto part : {&Person::title, &Person::rank, &Person::given_name, &Person::family_name, &Person::known_as, &Person::name_en,
                            &Person::phone, &Person::email, &Person::line_id})
        take(part);
    return person;
}

std::optional<Post> post_from_words(std::string_view words) {
    return named_in_any_language<Post>("people_post_", words);
}

}  // namespace people

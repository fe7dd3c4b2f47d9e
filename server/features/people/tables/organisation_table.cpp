#include "people/tables/organisation_table.hpp"

namespace people {

using namespace organisation_cell;

const std::vector<base::csv::Column>& organisation_columns() {
    static const std::vector<base::csv::Column> columns{
        {"name", {"name_th", "organisation", "organization", "ชื่อ", "ชื่อองค์กร", "ชื่อหน่วยงาน", "องค์กร", "หน่วยงาน"}, true},
        {"name_en", {"ชื่อภาษาอังกฤษ", "ชื่ออังกฤษ"}},
        {"type", {"ประเภท", "ประเภทองค์กร"}},
        {"sector", {"ภาค", "ภาคส่วน"}},
        {"parent", {"สังกัด", "หน่วยงานแม่", "ต้นสังกัด"}},
        {"code", {"รหัส", "รหัสองค์กร", "รหัสหน่วยงาน"}},
        {"short_name", {"ชื่อย่อ", "ตัวย่อ"}},
        {"area_code", {"รหัสพื้นที่", "รหัสตำบล"}},
        {"subdistrict", {"tambon", "ตำบล", "ตำบล/แขวง"}},
        {"district", {"amphoe", "อำเภอ", "อำเภอ/เขต"}},
        {"province", {"จังหวัด", "changwat"}},
        {"contact", {"ผู้ประสานงาน", "ผู้ติดต่อ"}},
        {"phone", {"โทรศัพท์", "เบอร์โทร", "โทร", "เบอร์โทรศัพท์"}},
        {"email", {"อีเมล", "อีเมล์", "e-mail"}},
        {"website", {"เว็บไซต์", "เว็บ"}},
        {"purpose", {"วัตถุประสงค์", "ความร่วมมือ", "บทบาท"}},
        {"since", {"ตั้งแต่", "วันที่เริ่ม", "เป็นภาคีตั้งแต่"}},
    };
    return columns;
}

OrganisationForm form_of(const StandingOrganisation& one) {
    OrganisationForm form;
    form.name.value = one.title;
    form.name_en = Short{one.title_en};
    form.type = one.type;
    form.sector = one.sector;
    form.parent = one.parent_id;
    form.area = one.area_id;
    if (one.code) form.code = Short{*one.code};
    form.short_name = Short{one.short_name};
    form.contact = Short{one.contact};
    form.phone = Short{one.phone};
    form.email = Short{one.email};
    form.website = Short{one.website};
    form.purpose = Paragraph{one.purpose};
    form.since = one.since_on;
    return form;
}

// A type that is not told shows in the name; a sector that is not told goes with the type, else with the body
// that it is a unit of.
static void read_type(Row& row, OrganisationForm& form) {
    if (const auto& words = row.cell(type); !words.empty()) {
        const auto told = type_from_words(words);
        if (!told) return row.refuse(type, "unknown_type");
        if (form.type != *told) form.sector.reset();
        form.type = *told;
    } else if (form.type == OrganisationType::other) {
        form.type = type_from_name(row.cell(name)).value_or(OrganisationType::other);
    }
    if (const auto& words = row.cell(sector); !words.empty()) {
        form.sector = sector_from_words(words);
        if (!form.sector) row.refuse(sector, "unknown_sector");
    }
    if (!form.sector) form.sector = usual_sector(form.type);
}

static void read_area(Row& row, OrganisationForm& form, AreaWords& areas) {
    const AreaWords::Words words{row.cell(area_code), row.cell(subdistrict), row.cell(district), row.cell(province)};
    if (words.empty()) return;
    const auto found = areas.find(words);
    if (found)
        form.area = found;
    else
        row.refuse(words.code.empty() ? (words.subdistrict.empty() ? district : subdistrict) : area_code, "unknown_area");
}

void lay_over(Row& row, OrganisationForm& form, AreaWords& areas) {
    row.read_name(name, form.name.value);
    row.read(name_en, form.name_en);
    read_type(row, form);
    row.read(code, form.code);
    row.read(short_name, form.short_name);
    read_area(row, form, areas);
    row.read(contact, form.contact);
    row.read(phone, form.phone);
    row.read(email, form.email);
    row.check_email(email);
    row.read(website, form.website);
    row.read(purpose, form.purpose);
    row.read(since, form.since);
}

}  // namespace people

#include "circles/letterhead/wording.hpp"

// The words of papers as they come with Lomwong. They stand here and not in locales/, where braces mean something else.
namespace circles {

namespace {

struct Shipped {
    std::string_view thai, english;
};

constexpr Shipped memo = {
    R"(ด้วย{หน่วยงาน} กำหนดจัด{วง} {ครั้งที่} เรื่อง “{เรื่อง}” ใน{วันที่} เวลา {เวลา} ณ {สถานที่}
วัตถุประสงค์ {วัตถุประสงค์}
คำถามหลักของครั้งนี้ คือ {คำถามหลัก}
ผลที่คาดว่าจะได้รับ {ผลที่หวัง}
# กำหนดการ
{กำหนดการ}
# งบประมาณ
{งบประมาณ}
จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ)",
    R"({organisation} is to hold {circle}, {ordinal}, on “{title}”, on {date}, {time}, at {place}.
Purpose: {purpose}
The key question of the day: {question}
What is hoped for: {hoped}
# Programme
{agenda}
# Budget
{budget}
Submitted for approval.)"};

constexpr Shipped invitation = {
    R"(ด้วย{หน่วยงาน} กำหนดจัด{วง} {ครั้งที่} เรื่อง “{เรื่อง}” ใน{วันที่} เวลา {เวลา} ณ {สถานที่}
คำถามที่จะชวนคุยกัน คือ {คำถามหลัก}
ในการนี้ {คำเชิญ}{ผู้รับ} เข้าร่วมวงตามวัน เวลา และสถานที่ดังกล่าว
จึงเรียนมาเพื่อโปรดทราบ และหวังเป็นอย่างยิ่งว่าจะได้รับเกียรติจากท่าน ขอขอบคุณมา ณ โอกาสนี้)",
    R"({organisation} is to hold {circle}, {ordinal}, on “{title}”, on {date}, {time}, at {place}.
What we shall talk about: {question}
We {asks} {recipient} to join us.
We should be glad to have you with us.)"};

constexpr Shipped sign_in = {R"({วง} {ครั้งที่} เรื่อง “{เรื่อง}”
{วันที่} เวลา {เวลา} ณ {สถานที่})",
                             R"({circle}, {ordinal}: “{title}”
{date}, {time}, {place})"};

constexpr Shipped report = {
    R"({วง} {ครั้งที่} เรื่อง “{เรื่อง}” จัดขึ้นใน{วันที่} เวลา {เวลา} ณ {สถานที่} มีผู้เข้าร่วม {จำนวนคน}
# วัตถุประสงค์
{วัตถุประสงค์}
# คำถามหลัก
{คำถามหลัก}
# ผู้ทำหน้าที่ในวง
{ผู้ทำหน้าที่}
# ผู้เข้าร่วม
{จำนวนตามภาคส่วน}
# กำหนดการ
{กำหนดการ}
# สิ่งที่พูดกัน
{สิ่งที่พูดกัน}
# ผลที่เห็น
{ผลที่เห็น}
# ข้อตกลงและผู้รับผิดชอบ
{ข้อตกลง}
# ภาพถ่าย
{ภาพถ่าย})",
    R"({circle}, {ordinal}, on “{title}”, was held on {date}, {time}, at {place}. People who came: {people}
# Purpose
{purpose}
# Key question
{question}
# Who served the circle
{roles}
# Who came
{sectors}
# Programme
{agenda}
# What was said
{said}
# What came of it
{seen}
# Agreements and who sees to them
{agreements}
# Photos
{photos})"};

constexpr Shipped upward = {
    R"(ตามที่{หน่วยงาน} ได้จัด{วง} {ครั้งที่} เรื่อง “{เรื่อง}” ใน{วันที่} ณ {สถานที่} นั้น
บัดนี้ การจัดวงได้เสร็จสิ้นแล้ว มีผู้เข้าร่วม {จำนวนคน}
ผลที่เห็น {ผลที่เห็น}
# ข้อตกลงที่ต้องดำเนินการต่อ
{ข้อตกลง}
จึงเรียนมาเพื่อโปรดทราบ และพิจารณาสั่งการในส่วนที่เกี่ยวข้อง รายละเอียดตามรายงานที่แนบมาพร้อมนี้)",
    R"({organisation} has held {circle}, {ordinal}, on “{title}”, on {date} at {place}.
People who came: {people}
What came of it: {seen}
# Agreements to go on with
{agreements}
Submitted for information and for orders where they are needed; the report is enclosed.)"};

const Shipped& shipped(Paper paper) {
    switch (paper) {
        case Paper::memo:
            return memo;
        case Paper::invitation:
            return invitation;
        case Paper::sign_in:
            return sign_in;
        case Paper::report:
            return report;
        case Paper::upward:
            break;
    }
    return upward;
}

}  // namespace

std::string_view shipped_wording(Paper paper, base::Language language) {
    return language == base::Language::th ? shipped(paper).thai : shipped(paper).english;
}

}  // namespace circles

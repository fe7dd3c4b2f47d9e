#pragma once

#include "goals/goals.hpp"
#include "goals/set/shown_set.hpp"
#include "support/office.hpp"
#include "trace/trace.hpp"

namespace goals {

// An office that measures; for tests.
struct GoalsOffice : support::Office {
    explicit GoalsOffice(db::Engine engine)
        : Office(engine, {{areas::migrations()}, {trace::migrations(), trace::add_routes}, {goals::migrations(), goals::add_routes}}) {}

    static Traits percent() {
        Traits traits;
        traits.unit = Unit::household;
        traits.calculation = Calculation::ratio;
        traits.factor = {100};
        traits.over_time = OverTime::last;
        return traits;
    }
    static Definition saving() {
        Definition definition;
        definition.title = {"ครัวเรือนที่ออมเดือนละ 20 บาทขึ้นไป"};
        definition.rule = {"ออมกับกลุ่มทุกเดือน"};
        definition.threshold = {"20 บาทต่อเดือน"};
        return definition;
    }
    std::string indicator_form(const std::string& code, const Definition& definition, int year = 2021) const {
        return R"({"owner":)" + std::to_string(organisation.value) + R"(,"code":")" + code + R"(","traits":)" + json::write(percent()) +
               R"(,"definition":)" + json::write(definition) + R"(,"from_year":)" + std::to_string(year) + "}";
    }
    std::string redefinition(const Definition& definition, int year, const std::string& changed) const {
        return R"({"traits":)" + json::write(percent()) + R"(,"definition":)" + json::write(definition) + R"(,"from_year":)" +
               std::to_string(year) + R"(,"changed":")" + changed + "\"}";
    }
    records::Envelope new_indicator(const std::string& code) {
        const auto reply = editor.post("/api/indicators", indicator_form(code, saving()));
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<records::Envelope>();
    }
    static ShownIndicator show(support::Client& client, const std::string& code, const std::string& more = "") {
        const auto reply = client.get("/api/indicators/" + code + more);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<ShownIndicator>();
    }
    std::string set_form(const std::string& groups, const std::string& more = "") const {
        return R"({"owner":)" + std::to_string(organisation.value) + R"(,"content":{"title":"ความดีของบ้านเรา","groups":)" + groups +
               R"(},"from_year":2021)" + more + "}";
    }
    static ShownSet show_set(support::Client& client, const std::string& key, const std::string& more = "") {
        const auto reply = client.get("/api/indicator-sets/" + key + more);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<ShownSet>();
    }
};

}  // namespace goals

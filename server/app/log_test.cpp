#include "app/log.hpp"

#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <sstream>

#include "base/at_work.hpp"

namespace {

class LogLines : public testing::Test {
  protected:
    LogLines() { log.set_formatter(app::json_lines()); }

    // The last line without its moment.
    std::string line() {
        const auto text = written.str();
        const auto level = text.find("\"level\"");
        written.str("");
        return level == std::string::npos ? text : text.substr(level);
    }

    std::ostringstream written;
    spdlog::logger log{"test", std::make_shared<spdlog::sinks::ostream_sink_st>(written)};
};

TEST_F(LogLines, a_message_is_one_json_object_a_line_whatever_it_holds) {
    log.warn("{}", "two\nlines and a \"quote\"");
    EXPECT_EQ(line(), R"("level":"warning","message":"two\nlines and a \"quote\""})"
                      "\n");
}

TEST_F(LogLines, a_line_names_the_request_that_it_was_written_for) {
    {
        const base::AtWork outer{"job", "7"};
        {
            const base::AtWork inner{"request", "ab12"};
            log.error("broke");
            EXPECT_EQ(line(), R"("level":"error","message":"broke","request":"ab12"})"
                              "\n");
        }
        log.error("broke");
        EXPECT_EQ(line(), R"("level":"error","message":"broke","job":"7"})"
                          "\n");
    }
    log.error("broke");
    EXPECT_EQ(line(), R"("level":"error","message":"broke"})"
                      "\n");
}

}  // namespace

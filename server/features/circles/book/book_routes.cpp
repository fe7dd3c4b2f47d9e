#include "circles/book/book.hpp"
#include "circles/papers/set.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"

namespace circles {

struct BookWanted {
    base::Whole<2400, 2800> year;  // the fiscal year, พ.ศ., in which it ends
    std::optional<PaperFormat> format;
};
BOOST_DESCRIBE_STRUCT(BookWanted, (), (year, format))

static http::Response get_book(http::Call& call, const records::Readable<CircleId>& circle, const http::Query<BookWanted>& wanted) {
    const auto format = wanted->format.value_or(PaperFormat::pdf);
    auto told = year_of_circle(call.read(), call.viewer(), library_of(call), circle.found.envelope, wanted->year.value);
    told.now = call.now();
    const auto book = make_book(told);
    return paper_response(write_as(call, book, format), format, book.title);
}

void add_book_routes(http::Router& router) {
    router.get("/api/circles/{circle}/book", get_book, access::may_read);
}

}  // namespace circles

# The calls of callee.h from Ruby's ffi.
#
# Usage: with_ruby.rb --version | LIBRARY N_ROUNDS FOLDER
# Exit status 77 where ffi is not installed.
begin
  require 'ffi'
rescue LoadError
  exit 77
end

if ARGV[0] == '--version'
  puts "ffi #{FFI::VERSION} of Ruby #{RUBY_VERSION}"
  exit
end

SECONDS = 0.001 # about, for one loop
N_BACK = 1000   # calls of a callback in one call of bench_each
LIBRARY = ARGV[0]
N_ROUNDS = ARGV[1].to_i

class Small < FFI::Struct
  layout :x, :int, :y, :int
end

class Large < FFI::Struct
  layout :x, :double, :y, :double, :width, :double, :height, :double
end

# Named as their rows are.
module Bench
  extend FFI::Library
  ffi_lib LIBRARY
  callback :same, [:long], :long
  attach_function :int, :bench_int, [:int], :int
  attach_function :longs, :bench_longs, [:long] * 6, :long
  attach_function :longs10, :bench_longs10, [:long] * 10, :long
  attach_function :doubles, :bench_doubles, [:double] * 2, :double
  attach_function :mixed, :bench_mixed, [:int, :double, :pointer, :float, :long], :double
  attach_function :pointer, :bench_pointer, [:pointer, :ulong], :pointer
  attach_function :string, :bench_string, [:string, :int], :long
  attach_function :small, :bench_small, [Small.by_value], :int
  attach_function :large, :bench_large, [Large.by_value], :double
  attach_function :variadic, :bench_variadic, [:int, :varargs], :int
  attach_function :each, :bench_each, [:long, :same], :long
end

def now
  Process.clock_gettime(Process::CLOCK_MONOTONIC)
end

# A function whose loop has the statement itself in it, and no block.
def define_loop(statement)
  eval <<~RUBY
    lambda do |n|
      i = 0
      start = now
      while i < n
        #{statement}
        i += 1
      end
      now - start
    end
  RUBY
end

# Seconds of one turn of a loop, the fastest of all rounds.
def fastest(statement)
  time = define_loop(statement)
  n = 64
  n *= 2 while time.call(n) < SECONDS
  N_ROUNDS.times.map { time.call(n) }.min / n
end

$text = FFI::MemoryPointer.from_string('a string')
$small = Small.new
$small[:x], $small[:y] = 3, 4
$large = Large.new
$large[:x], $large[:y], $large[:width], $large[:height] = 1, 2, 3, 4
$string = 'a string'
$same = FFI::Function.new(:long, [:long]) { |value| value }

ROWS = [
  ['int', 'Bench.int(-7)', -7],
  ['longs', 'Bench.longs(1, -2, 3, -4, 5, -6)', -3],
  ['longs10', 'Bench.longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10)', -5],
  ['doubles', 'Bench.doubles(1.5, -2.5)', -1],
  ['mixed', 'Bench.mixed(-7, 1.5, $text, 0.5, 3)', -1],
  ['pointer', 'Bench.pointer($text, 4)', $text + 4],
  ['string', 'Bench.string($string, 115)', 'a'.ord + 115],
  ['small', 'Bench.small($small)', 7],
  ['large', 'Bench.large($large)', 10],
  ['variadic', 'Bench.variadic(3, :int, 10, :int, 20, :int, 30)', 60],
  ['read', '$small[:x]', 3],
  ['write', '$small[:x] = 3', 3],
].freeze

puts "loop\t#{fastest('')}"
ROWS.each do |row, statement, result|
  answer = eval(statement)
  raise "#{row}: #{answer}" unless answer == result

  puts "#{row}\t#{fastest(statement)}"
end
each = "Bench.each(#{N_BACK}, $same)"
raise 'callback' unless eval(each) == N_BACK * (N_BACK - 1) / 2

puts "callback\t#{fastest(each) / N_BACK}"

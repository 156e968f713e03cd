;; What learning spends its time on: tables of 32-bit numbers, a row for each feature, and sums of
;; 64-bit numbers over the rows of a line's features. Each number comes out as a loop in TypeScript
;; would make it, since two numbers stand side by side and no sum is taken in another order.
;;
;; A line's features stand as 32-bit numbers from $features on. A row has $width numbers (even), and
;; $cells of a table's beginning.
;;
;; `learning.json` holds this, assembled; a test assembles it again and compares. After a change:
;; node -e "require('wabt')().then((w) => console.log(Buffer.from(w.parseWat('learning.wat',
;;   require('fs').readFileSync('knowledge/sense/learning.wat', 'utf8')).toBinary({}).buffer)
;;   .toString('base64')))"
(module
  (memory (export "memory") 1)

  ;; Adds the rows of some features to a sum, each times a share.
  (func (export "addRows")
    (param $features i32) (param $count i32) (param $width i32) (param $cells i32)
    (param $share f64) (param $sum i32)
    (local $last i32) (local $from i32) (local $to i32) (local $end i32) (local $shares v128)
    (local.set $shares (f64x2.splat (local.get $share)))
    (local.set $last (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $end (i32.add (local.get $sum) (i32.shl (local.get $width) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $features) (local.get $last)))
        (local.set $from (i32.add (local.get $cells)
          (i32.mul (i32.load (local.get $features)) (i32.shl (local.get $width) (i32.const 2)))))
        (local.set $to (local.get $sum))
        (loop $along
          (v128.store (local.get $to) (f64x2.add (v128.load (local.get $to))
            (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $from)))
              (local.get $shares))))
          (local.set $from (i32.add (local.get $from) (i32.const 8)))
          (local.set $to (i32.add (local.get $to) (i32.const 16)))
          (br_if $along (i32.lt_u (local.get $to) (local.get $end))))
        (local.set $features (i32.add (local.get $features) (i32.const 4)))
        (br $next))))

  ;; Products of a row of 64-bit numbers with each of some rows.
  (func (export "products")
    (param $row i32) (param $others i32) (param $count i32) (param $width i32) (param $into i32)
    (local $bytes i32) (local $at i32) (local $last i32) (local $sum f64)
    (local.set $bytes (i32.shl (local.get $width) (i32.const 3)))
    (local.set $last (i32.add (local.get $into) (i32.shl (local.get $count) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $into) (local.get $last)))
        (local.set $sum (f64.const 0))
        (local.set $at (i32.const 0))
        (loop $along
          (local.set $sum (f64.add (local.get $sum) (f64.mul
            (f64.load (i32.add (local.get $row) (local.get $at)))
            (f64.load (i32.add (local.get $others) (local.get $at))))))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br_if $along (i32.lt_u (local.get $at) (local.get $bytes))))
        (f64.store (local.get $into) (local.get $sum))
        (local.set $others (i32.add (local.get $others) (local.get $bytes)))
        (local.set $into (i32.add (local.get $into) (i32.const 8)))
        (br $next))))

  ;; Adds a row of 64-bit numbers, times a share, to another.
  (func (export "pull")
    (param $from i32) (param $share f64) (param $width i32) (param $to i32)
    (local $end i32) (local $shares v128)
    (local.set $shares (f64x2.splat (local.get $share)))
    (local.set $end (i32.add (local.get $to) (i32.shl (local.get $width) (i32.const 3))))
    (loop $along
      (v128.store (local.get $to) (f64x2.add (v128.load (local.get $to))
        (f64x2.mul (local.get $shares) (v128.load (local.get $from)))))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $along (i32.lt_u (local.get $to) (local.get $end)))))

  ;; Moves the rows of some features against a slope. Each row has a step of its own, to which the
  ;; size of the slope is added.
  (func (export "moveRows")
    (param $features i32) (param $count i32) (param $width i32) (param $cells i32)
    (param $steps i32) (param $slopes i32) (param $size f64) (param $pace f64)
    (local $last i32) (local $step f64) (local $at i32) (local $from i32) (local $to i32)
    (local $end i32) (local $paces v128)
    (local.set $last (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $end (i32.add (local.get $slopes) (i32.shl (local.get $width) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $features) (local.get $last)))
        (local.set $at (i32.add (local.get $steps)
          (i32.shl (i32.load (local.get $features)) (i32.const 2))))
        (local.set $step (f64.add (f64.promote_f32 (f32.load (local.get $at))) (local.get $size)))
        (f32.store (local.get $at) (f32.demote_f64 (local.get $step)))
        (local.set $paces
          (f64x2.splat (f64.div (local.get $pace) (f64.sqrt (local.get $step)))))
        (local.set $to (i32.add (local.get $cells)
          (i32.mul (i32.load (local.get $features)) (i32.shl (local.get $width) (i32.const 2)))))
        (local.set $from (local.get $slopes))
        (loop $along
          (v128.store64_lane 0 (local.get $to) (f32x4.demote_f64x2_zero (f64x2.sub
            (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $to)))
            (f64x2.mul (local.get $paces) (v128.load (local.get $from))))))
          (local.set $to (i32.add (local.get $to) (i32.const 8)))
          (local.set $from (i32.add (local.get $from) (i32.const 16)))
          (br_if $along (i32.lt_u (local.get $from) (local.get $end))))
        (local.set $features (i32.add (local.get $features) (i32.const 4)))
        (br $next))))

  ;; Corrects the rows of some features by errors, times a share. Each number has a step of its own;
  ;; every row shrinks a little, and slopes below $least are left out.
  (func (export "correctRows")
    (param $features i32) (param $count i32) (param $width i32) (param $cells i32)
    (param $steps i32) (param $errors i32) (param $share f64)
    (param $shrink f64) (param $least f64) (param $pace f64)
    (local $last i32) (local $row i32) (local $at i32) (local $error i32) (local $end i32)
    (local $weight v128) (local $slope v128) (local $step v128) (local $large v128)
    (local $shares v128) (local $shrinks v128) (local $leasts v128) (local $paces v128)
    (local.set $shares (f64x2.splat (local.get $share)))
    (local.set $shrinks (f64x2.splat (local.get $shrink)))
    (local.set $leasts (f64x2.splat (local.get $least)))
    (local.set $paces (f64x2.splat (local.get $pace)))
    (local.set $last (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $end (i32.add (local.get $errors) (i32.shl (local.get $width) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $features) (local.get $last)))
        (local.set $row
          (i32.mul (i32.load (local.get $features)) (i32.shl (local.get $width) (i32.const 2))))
        (local.set $at (i32.add (local.get $steps) (local.get $row)))
        (local.set $row (i32.add (local.get $cells) (local.get $row)))
        (local.set $error (local.get $errors))
        (loop $along
          (local.set $weight (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $row))))
          (local.set $slope (f64x2.add
            (f64x2.mul (v128.load (local.get $error)) (local.get $shares))
            (f64x2.mul (local.get $shrinks) (local.get $weight))))
          (local.set $large (f64x2.ge (f64x2.abs (local.get $slope)) (local.get $leasts)))
          (if (v128.any_true (local.get $large))
            (then
              (local.set $slope (v128.and (local.get $slope) (local.get $large)))
              (local.set $step (f64x2.add
                (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $at)))
                (f64x2.mul (local.get $slope) (local.get $slope))))
              (v128.store64_lane 0 (local.get $at) (f32x4.demote_f64x2_zero (local.get $step)))
              (v128.store64_lane 0 (local.get $row) (f32x4.demote_f64x2_zero (f64x2.sub
                (local.get $weight)
                (f64x2.div (f64x2.mul (local.get $paces) (local.get $slope))
                  (f64x2.sqrt (local.get $step))))))))
          (local.set $row (i32.add (local.get $row) (i32.const 8)))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (local.set $error (i32.add (local.get $error) (i32.const 16)))
          (br_if $along (i32.lt_u (local.get $error) (local.get $end))))
        (local.set $features (i32.add (local.get $features) (i32.const 4)))
        (br $next)))))
